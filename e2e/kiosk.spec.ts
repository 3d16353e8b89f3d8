import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { drawCode } from '../scripts/codes/draw';
import {
  fingerprintOf,
  packProvisioning,
  readProvisioning,
  writeProvisioning
} from '../src/lib/api/contracts/provisioning';
import { newKioskKey } from '../src/lib/api/envelope';
import { freePort, startServer } from '../scripts/lib/server.mjs';
import { expect, test as base, type FakeCamera } from './fixtures';
import { agree, open, shownPhoto, student, toCapture } from '../scripts/lib/journey';
import { kioskCommand } from './kiosk-command';
import { codeFrameJpeg, sitterJpeg } from './pictures';
import { holds, storageDump } from './storage';
import { sha256, storedPhotos } from './stored';

interface Place {
  url: string;
  /** Runs the kiosk command at the endpoint, and answers what it printed. */
  command(...args: string[]): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  photos(): Promise<string[]>;
}

const test = base.extend<{ place: Place }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  place: async ({}, use, info) => {
    const port = await freePort();
    const data = info.outputPath('data');
    const url = `http://localhost:${port}`;
    let server: Awaited<ReturnType<typeof startServer>> | null = await startServer({ port, data });
    await use({
      url,
      command: (...args) => kioskCommand({ url, data }, ...args),
      stop: async () => {
        await server?.halt();
        server = null;
      },
      start: async () => void (server = await startServer({ port, data, keep: true })),
      photos: async () => (await storedPhotos(data)).map(sha256)
    });
    await server?.stop();
  },
  baseURL: async ({ place }, use) => use(place.url)
});

const pin = '482913';
const students = ['林晓', '周雨辰', '何思源'].map((name, index) => ({
  ...student,
  name,
  studentNumber: `202231000${index + 1}`
}));

async function turnOn(page: Page, code: string) {
  await open(page, '/kiosk');
  await page.locator('input[name=code]').fill(code);
  await page.locator('input[name=pin]').fill(pin);
  await page.getByTestId('turn-on').click();
  await expect(page.getByTestId('kiosk-start')).toBeVisible();
}

async function unlock(page: Page) {
  await page.getByTestId('operator').click();
  await page.locator('input[name=pin]').fill(pin);
  await page.getByTestId('unlock').click();
}

/** One student from the attract screen to the last page; answers the photo they were shown. */
async function serve(page: Page, camera: FakeCamera, who: typeof student): Promise<Buffer> {
  await camera.show(await codeFrameJpeg(await drawCode(JSON.stringify(who))));
  await page.getByTestId('kiosk-start').click();
  await agree(page);
  await expect(page).toHaveURL(/\/confirm$/, { timeout: 60_000 });
  await expect(page.getByText(who.name)).toBeVisible();
  await camera.show(await sitterJpeg());
  await toCapture(page);
  await expect(page).toHaveURL(/\/check$/, { timeout: 90_000 });
  const photo = await shownPhoto(page);
  await page.getByTestId('use-photo').click();
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('kiosk-done')).toBeVisible();
  return photo;
}

/** What of a student must not be readable. */
function traces(dump: Buffer, photos: readonly Buffer[]): string[] {
  const texts = students.flatMap(({ name, studentNumber }) => [name, studentNumber]);
  const parts = photos.flatMap((photo) =>
    [0.3, 0.6, 0.9].map((at) => photo.subarray(photo.length * at).subarray(0, 24))
  );
  return [
    ...texts.filter((text) => holds(dump, text)),
    ...(parts.some((part) => dump.includes(part)) ? ['a photo'] : [])
  ];
}

test.use({ serviceWorkers: 'allow' });

test('three students in a row without a network: nothing readable is left, and the import delivers three', async ({
  page,
  camera,
  place
}) => {
  test.setTimeout(420_000);
  // The clock of the kiosk is two days slow.
  await page.addInitScript((slowMs) => {
    const Right = Date;
    globalThis.Date = class extends Right {
      constructor(...given: [] | [number]) {
        super(given.length ? given[0] : Right.now() - slowMs);
      }
      static override now = () => Right.now() - slowMs;
    } as DateConstructor;
  }, 2 * 86_400_000);
  await turnOn(page, await place.command('code', '--name', '图书馆', '--idle', '600'));
  await expect(page.getByTestId('offline')).toHaveAttribute('data-ready', 'true', { timeout: 90_000 });
  await place.stop();

  const photos: Buffer[] = [];
  for (const who of students) {
    const trail = await page.evaluate(() => history.length);
    photos.push(await serve(page, camera, who));
    expect(traces(await storageDump(page), photos)).toEqual([]);
    await page.getByTestId('kiosk-done').click();
    await expect(page.getByTestId('kiosk-start')).toBeVisible();
    expect(traces(Buffer.from(await page.content()), photos)).toEqual([]);
    // There is no page to go back to.
    expect(await page.evaluate(() => history.length)).toBe(trail);
    await open(page, '/status');
    await expect(page).toHaveURL(/\/kiosk$/);
  }

  await unlock(page);
  await expect(page.getByTestId('queue-waiting')).toHaveText('3');
  await expect(page.getByTestId('count-taken')).toHaveText('3');
  const saving = page.waitForEvent('download');
  await page.getByTestId('export-queue').click();
  const file = await (await saving).path();
  expect(traces(await readFile(file), photos)).toEqual([]);
  // The device stays without a network.
  await page.context().setOffline(true);

  await place.start();
  const imported = JSON.parse(await place.command('import', file)) as { check: string };
  expect(imported).toMatchObject({ photos: 3, taken: 3, refused: [] });
  expect(JSON.parse(await place.command('import', file))).toMatchObject({
    ...imported,
    taken: 0,
    repeated: 3
  });
  // What was exported goes only by the code that the whole import told.
  await page.getByTestId('drop-exported').click();
  const check = page.locator('input[name=check]');
  await check.fill('AAAA-BBBB');
  await page.getByTestId('drop-yes').click();
  await expect(check).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('queue-waiting')).toHaveText('3');
  await check.fill(imported.check.toLowerCase());
  await page.getByTestId('drop-yes').click();
  await expect(page.getByTestId('queue-waiting')).toHaveText('0');
  await page.close();
  expect((await place.photos()).sort()).toEqual([...new Set(photos.map(sha256))].sort());
});

test('who goes away in the middle is forgotten after the countdown; a wrong PIN opens nothing', async ({
  page,
  place
}) => {
  const code = await place.command('code', '--name', '大厅', '--idle', '3', '--countdown', '3');
  // A code that somebody made, or changed, is none; nothing is turned on by it.
  const read = readProvisioning(code)!;
  const { id, public: point } = await newKioskKey();
  const own = packProvisioning({ ...read.code, key: { id, public: point } });
  await open(page, '/kiosk');
  await page.locator('input[name=pin]').fill(pin);
  await page.locator('input[name=code]').fill(writeProvisioning(own, read.signature));
  await page.getByTestId('turn-on').click();
  await expect(page.locator('[data-code="kiosk.foreign"]')).toBeVisible();
  // What the true one is for is shown before it is used, and on the kiosk's pages.
  await page.locator('input[name=code]').fill(code);
  const fingerprint = await fingerprintOf(read.code.key.public);
  for (const text of ['大厅', '示例大学', fingerprint])
    await expect(page.getByTestId('kiosk-compare')).toContainText(text);
  await turnOn(page, code);
  for (const text of ['大厅', '示例大学', fingerprint])
    await expect(page.getByTestId('kiosk-name')).toContainText(text);
  const again = await page.request.post('/api/v1/kiosk/join', {
    headers: { origin: place.url },
    data: { code, device: crypto.randomUUID() }
  });
  expect(again.status()).toBe(409);
  await page.getByTestId('operator').click();
  await page.locator('input[name=pin]').fill('000000');
  await page.getByTestId('unlock').click();
  await expect(page.getByTestId('queue-waiting')).toHaveCount(0);
  await expect(page.locator('input[name=pin][aria-invalid]')).toBeVisible();
  // Nobody signs in on a kiosk.
  await open(page, '/account');
  await expect(page).toHaveURL(/\/kiosk$/);

  await page.getByTestId('kiosk-start').click();
  await expect(page.getByTestId('kiosk-name')).toContainText(fingerprint);
  await agree(page);
  await page.getByTestId('type-details').click();
  const name = page.locator('input[name=name]');
  await expect(name).toHaveAttribute('autocomplete', 'off');
  await name.fill(student.name);
  // The countdown can be stopped, and nothing is lost then.
  await page.getByTestId('still-here').click({ timeout: 10_000 });
  await expect(name).toHaveValue(student.name);
  await expect(page.getByTestId('still-there')).toBeVisible({ timeout: 10_000 });
  await expect(page.getByTestId('kiosk-start')).toBeVisible({ timeout: 10_000 });
  expect(holds(await storageDump(page), student.name)).toBe(false);
  await page.getByTestId('kiosk-start').click();
  await agree(page);
  await page.getByTestId('type-details').click();
  await expect(page.locator('input[name=name]')).toHaveValue('');
});

test('a storage question that nobody answers holds nothing up, and the operator sees the queue as it is now', async ({
  page,
  place
}) => {
  await page.addInitScript(() => {
    navigator.storage.persist = () => new Promise(() => undefined);
  });
  await turnOn(page, await place.command('code', '--name', '体育馆', '--idle', '600'));
  await unlock(page);
  await expect(page.getByTestId('queue-waiting')).toHaveText('0');
  // Nothing that the endpoint can open: it stays, refused.
  await page.evaluate(async () => {
    const opening = indexedDB.open('gradframe');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const store = opening.result.transaction('sealed', 'readwrite').objectStore('sealed');
    const adding = store.add({ bytes: new Uint8Array([1]), exported: 0, refused: null });
    await new Promise((resolve) => (adding.onsuccess = resolve));
    opening.result.close();
    window.dispatchEvent(new Event('online'));
  });
  await expect(page.getByTestId('queue-waiting')).toHaveText('1');
});

test('a student’s own device does keep them: the search for traces finds what is there', async ({
  page,
  place
}) => {
  await open(page, `${place.url}/`);
  await page.getByTestId('start-code').click();
  await agree(page);
  await page.getByTestId('type-details').click();
  await page.locator('input[name=name]').fill(students[0]!.name);
  await page.locator('input[name=studentNumber]').fill(students[0]!.studentNumber);
  await page.locator('input[name=studentNumber]').press('Enter');
  await expect(page).toHaveURL(/\/confirm$/);
  expect(traces(await storageDump(page), [])).toEqual([students[0]!.name, students[0]!.studentNumber]);
});
