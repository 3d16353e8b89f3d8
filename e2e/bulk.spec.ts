/**
 * Studio photos in the console, on the production build: a folder is finished on this device, across a reload, and each
 * picture once. BULK_PICTURES asks for more of them, and then for the page's memory.
 */
import { copyFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { utils, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { drawPictures } from '../scripts/farm/rehearse/pictures';
import { browserMemory } from '../scripts/lib/browser-memory';
import { open } from '../scripts/lib/journey';
import { startServer } from '../scripts/lib/server.mjs';
import { look, lookBoth } from './look';
import { createStaff, signInBy } from './staff';

const good = Number(process.env.BULK_PICTURES ?? 8);
const many = good > 50;

/** Drags a file or folder of this machine over the page and lets it go. */
async function drop(page: Page, path: string): Promise<void> {
  const { x, y, width } = (await page.getByTestId('drop').boundingBox())!;
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: x + width / 2,
      y: y + 10,
      data: { items: [], files: [path], dragOperationsMask: 1 }
    });
  await session.detach();
}

/** The folder as a studio sends it: below a folder of the class, the sheet a workbook. Answers its path. */
async function zipOf(folder: string, sheet: readonly (readonly string[])[], to: string): Promise<string> {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(sheet as string[][]), '对照');
  const contents: Record<string, Uint8Array> = {
    '软件1班/对照.xlsx': new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    '__MACOSX/软件1班/._2022000000.jpg': new Uint8Array(4)
  };
  for (const name of await readdir(folder))
    if (!name.endsWith('.csv')) contents[`软件1班/${name}`] = await readFile(join(folder, name));
  await writeFile(to, zipSync(contents, { level: 0 }));
  return to;
}

test('a studio’s folder is finished on this device, each picture once, also over a reload', async ({
  browser
}, { outputDir }) => {
  if (many) test.setTimeout(30 * 60_000);
  const folder = join(outputDir, 'shoot');
  await mkdir(folder, { recursive: true });
  const { all } = await drawPictures(folder, {
    pictures: good + 1,
    broken: 0,
    width: 600,
    sitters: many ? 12 : 2
  });
  const [first, second, third] = all as [string, string, string];
  // The last of them is cut short; one is not on the list; one comes twice; one is named by the sheet; litter lies beside.
  const corrupt = all.at(-1)!;
  await truncate(join(folder, corrupt), 3_000);
  await copyFile(join(folder, first), join(folder, '2099000001.jpg'));
  await copyFile(join(folder, second), join(folder, `重拍${second}`));
  await copyFile(join(folder, third), join(folder, 'DSC_77.jpg'));
  await rm(join(folder, third));
  const sheetRows = [
    ['文件名', '学号'],
    ['DSC_77.jpg', third.replace('.jpg', '')]
  ];
  await writeFile(join(folder, '对照.csv'), sheetRows.map((row) => `${row.join(',')}\n`).join(''));
  await writeFile(join(folder, 'Thumbs.db'), 'x');
  const numbers = all.map((name) => name.replace('.jpg', ''));

  const server = await startServer();
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'zh-CN',
    serviceWorkers: 'block',
    acceptDownloads: true
  });
  try {
    await createStaff('bo', 'admin', { data: server.data });
    const headers = await signInBy(context.request, 'bo');
    const list = [
      '学号,姓名,班级',
      ...numbers.map((number, at) => `${number},林${'晓明华英杰'[at % 5]},软件1班`)
    ];
    const imported = await context.request.post('/api/v1/staff/students?campaign=default', {
      headers: { ...headers, 'content-type': 'text/csv' },
      data: Buffer.from(list.join('\n'))
    });
    expect(imported.status()).toBe(200);
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== server.url)
        elsewhere.push(request.url());
    });
    const puts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'PUT') puts.push(request.url());
    });
    // The context has the session of its requests.
    await open(page, '/review/bulk');
    await look(page, 'bulk-choose');
    const found = async () => {
      await expect(page.getByTestId('found')).toContainText(String(good + 1));
      await expect(page.getByTestId('found-not')).toContainText('2');
      await expect(page.getByTestId('found-why')).toContainText('不在名单');
      await expect(page.getByTestId('sheets-used')).toBeVisible();
    };
    // A ZIP and a folder, dropped and chosen, hold the same pictures.
    if (!many) {
      const zip = await zipOf(folder, sheetRows, join(outputDir, '影楼.zip'));
      await drop(page, zip);
      await found();
      await page.getByTestId('start-over').click();
      await page.getByTestId('files').setInputFiles(zip);
      await found();
      await page.getByTestId('start-over').click();
      await truncate(zip, 20_000);
      await page.getByTestId('files').setInputFiles(zip);
      await expect(page.locator('[data-code="bulk.zipBroken"]')).toContainText('影楼.zip');
    }
    await drop(page, folder);
    await found();
    await look(page, 'bulk-found');
    await page.getByTestId('agreed').check();
    await page.getByTestId('begin').click();
    await expect(page.getByTestId('sent')).not.toHaveText(/^[012]$/, { timeout: 120_000 });
    await page.getByTestId('pause').click();
    await expect(page.getByTestId('resume')).toBeVisible();
    const before = Number(await page.getByTestId('sent').textContent());
    expect(before).toBeLessThan(good);
    // The disk is taken out, and put in again: nothing counts as failed.
    await rename(folder, `${folder}-away`);
    await page.getByTestId('resume').click();
    await expect(page.locator('[data-code="bulk.gone"]')).toBeVisible();
    await expect(page.getByTestId('failed')).toHaveText('2');
    await rename(`${folder}-away`, folder);
    await page.getByTestId('choose-again').click();
    await expect(page.getByTestId('kept')).toBeVisible();
    await page.getByTestId('folder').setInputFiles(folder);
    await expect(page.getByTestId('pause')).toBeVisible();

    await page.reload();
    await expect(page.getByTestId('kept')).toBeVisible();
    await page.getByTestId('folder').setInputFiles(folder);
    if (many)
      await expect
        .poll(async () => Number(await page.getByTestId('sent').textContent()), { timeout: 300_000 })
        .toBeGreaterThan(20 + before);
    const early = many ? await browserMemory(browser, ['renderer']) : 0;
    await expect(page.locator('[data-code="bulk.done"]')).toBeVisible({
      timeout: many ? 1_500_000 : 120_000
    });
    if (many) expect((await browserMemory(browser, ['renderer'])) / early).toBeLessThanOrEqual(1.2);
    await expect(page.getByTestId('sent')).toHaveText(String(good));
    await expect(page.getByTestId('failed')).toHaveText('3');
    const stays = await page
      .getByTestId('stays')
      .evaluateAll((rows) =>
        rows.map((row) => [row.getAttribute('data-path'), row.lastElementChild!.textContent])
      );
    const reasonOf = (name: string) => stays.find(([path]) => path?.endsWith(name))?.[1];
    expect(reasonOf('2099000001.jpg')).toContain('不在名单');
    expect(reasonOf(`重拍${second}`)).toContain('同一学号');
    expect(reasonOf(corrupt)).toBeTruthy();
    await lookBoth(page, 'bulk-done');

    const download = page.waitForEvent('download');
    await page.getByTestId('save-zip').click();
    const zip = unzipSync(new Uint8Array(await readFile(await (await download).path())));
    const sheet = Buffer.from(zip['未提交.csv']!).toString();
    expect(sheet.split('\r\n').filter(Boolean)).toHaveLength(4);
    expect(sheet).toContain('2099000001.jpg');

    // One submission for each student, and none for anybody else.
    const queue = await context.request.post('/api/v1/staff/queue', {
      headers,
      data: { campaign: 'default', states: ['received'], limit: 100 }
    });
    const { items } = (await queue.json()) as { items: { studentNumber: string; listed: string }[] };
    if (!many) {
      expect(items).toHaveLength(good);
      expect(new Set(items.map(({ listed }) => listed))).toEqual(new Set(['yes']));
    }
    // A repeat after the reload has the id of the first: none was sent under two.
    expect(new Set(puts).size).toBe(good);
    expect(elsewhere).toEqual([]);

    // The whole folder once more: everybody’s photo is there.
    await page.getByTestId('clear').click();
    await page.getByTestId('clear-yes').click();
    await page.getByTestId('folder').setInputFiles(folder);
    await expect(page.getByTestId('found-not')).toContainText(String(good + 2));
  } finally {
    await context.close();
    await server.stop();
  }
});
