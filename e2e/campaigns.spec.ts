/** Campaigns made in the console, from the form to the exported file: each on the production build, without a file of the configuration. */
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { unzipSync } from 'fflate';
import type { Page } from '@playwright/test';
import type { Campaign } from '../src/lib/api/contracts/campaign';
import { campaignAdminApi, type KeptCampaign } from '../src/lib/api/contracts/campaign-admin';
import { agree, open, shownPhoto, toCapture, typeDetails } from '../scripts/lib/journey';
import { standards } from '../workers/standard/catalogue';
import { startServer } from '../scripts/lib/server.mjs';
import { expect, test as base } from './fixtures';
import { look, lookBoth } from './look';
import { sitterJpeg } from './pictures';
import { createStaff, signIn, signInBy } from './staff';

/** A server of its own, with an admin. */
const test = base.extend<{ unit: { url: string } }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  unit: async ({}, use, info) => {
    const server = await startServer({ data: info.outputPath('data') });
    await createStaff('wang', 'admin', { data: info.outputPath('data') });
    await use({ url: server.url });
    await server.stop();
  },
  baseURL: ({ unit }, use) => use(unit.url)
});

/** Types a number into a window of the unit's own standard. */
async function bound(page: Page, of: string, [min, max]: [number, number]) {
  const row = page.getByTestId(`window-${of}`);
  await row.locator('input').nth(0).fill(String(min));
  await row.locator('input').nth(1).fill(String(max));
}

test('an own standard, taken by a helper’s rear camera, from the console’s form to the export', async ({
  page: student,
  camera,
  browser,
  unit
}) => {
  const office = await browser.newContext({
    baseURL: unit.url,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block'
  });
  const admin = await office.newPage();
  await signIn(admin, 'wang');

  await test.step('the admin makes it', async () => {
    await open(admin, '/review/campaigns');
    await expect(admin.getByTestId('campaign')).toHaveCount(1);
    await lookBoth(admin, 'campaigns');
    await admin.getByTestId('new-campaign').click();
    // What is missing is said, and where.
    await admin.getByTestId('save-campaign').click();
    await expect(admin.locator('input[name=code]')).toBeFocused();
    await admin.locator('input[name=code]').fill('CARD-2027');
    await admin.getByTestId('name-zh-CN').fill('2027 校园卡');
    await admin.getByTestId('name-en').fill('Campus card 2027');
    await admin.getByTestId('intro-zh-CN').fill('新生办理校园卡用的照片。');
    await admin.locator('input[name="institution.name"]').fill('示例大学');
    await admin.locator('input[name="institution.code"]').fill('10486');
    await admin.getByTestId('standard').selectOption('exit-entry');
    await admin.getByTestId('standard').selectOption('own');
    const own = admin.getByTestId('own-standard');
    await own.getByTestId('standard.name-zh-CN').fill('校园卡');
    await own.locator('input[name="standard.id"]').fill('our-card');
    await own.locator('input[name="standard.source"]').fill('校园卡管理办法');
    await own.locator('input[name="standard.date"]').fill('2026-11');
    for (const of of ['crown', 'eyeLine', 'faceWidth', 'eyeDistance'])
      await own.getByTestId(`window-${of}`).getByRole('button').click();
    // The windows are drawn as they are typed, and held against the sitter.
    await bound(admin, 'headHeight', [402, 354]);
    await expect(own.getByTestId('window-headHeight')).toContainText('须大于');
    await expect(admin.getByTestId('sitter-windows')).toHaveCount(0);
    await bound(admin, 'headHeight', [354, 402]);
    await expect(admin.getByTestId('sitter-windows').first()).toContainText('390 × 567');
    await own.getByTestId('background-blue').uncheck();
    await own.getByTestId('glasses').selectOption('forbidden');
    for (const way of ['guided', 'phone', 'file', 'kiosk']) await admin.getByTestId(`way-${way}`).uncheck();
    await admin.getByTestId('ask-class').click();
    await admin.getByTestId('notice-zh-CN').fill('照片也用于门禁。');
    await expect(admin.getByTestId('student-preview')).toContainText('2027 校园卡');
    await expect(admin.getByTestId('student-preview')).toContainText('照片也用于门禁。');
    await lookBoth(admin, 'campaign-edit');
    await admin.getByTestId('save-campaign').click();
    await expect(admin.locator('[data-code="campaigns.done"]')).toBeVisible();
    await admin.goto('/review/log');
    await expect(admin.getByRole('table')).toContainText('新建采集任务');
  });

  await test.step('a student does it', async () => {
    await camera.show(await sitterJpeg());
    await open(student, '/campaign#CARD-2027');
    await student.getByTestId('campaign-join').click();
    await expect(student.getByTestId('notice-more')).toContainText('照片也用于门禁。');
    await agree(student);
    await student.waitForURL(/\/register$/);
    await typeDetails(student);
    await student.locator('input[name=class]').fill('软件1班');
    await student.getByTestId('confirm-details').click();
    await expect(student.getByTestId('helper-only')).toBeVisible();
    await expect(student.getByTestId('who-alone')).toHaveCount(0);
    await student.getByTestId('open-camera').click();
    await expect(student.getByTestId('camera')).toBeVisible();
    await expect(student.getByTestId('upload-photo')).toHaveCount(0);
    await student.getByTestId('use-photo').click({ timeout: 120_000 });
    await student.getByTestId('confirm-box').check();
    const sending = student.waitForResponse((response) => response.request().method() === 'PUT');
    await student.getByTestId('submit-photo').click();
    expect(await (await sending).json()).toMatchObject({ campaign: 'CARD-2027', state: 'received' });
  });

  await test.step('the reviewer approves, and the export holds the file', async () => {
    await admin.goto('/review');
    await admin.locator('main select').first().selectOption('CARD-2027');
    await admin.getByTestId('start').click();
    await expect(admin.getByTestId('way')).toContainText('请人帮忙拍');
    await admin.keyboard.press('a');
    await expect(admin.getByTestId('given')).toHaveAttribute('data-to', 'approved');
    // Within the app: the campaign that was chosen stays.
    await admin.locator('nav a[href="/review/unit"]').click();
    const saving = admin.waitForEvent('download');
    await admin.getByTestId('export').click({ timeout: 30_000 });
    const files = unzipSync(await readFile(await (await saving).path()));
    const [, jpeg] = Object.entries(files).find(([name]) => name.endsWith('.jpg'))!;
    const { width, height, density } = await sharp(jpeg).metadata();
    expect([width, height, density]).toEqual([390, 567, 300]);
    const corner = await sharp(jpeg).extract({ left: 2, top: 2, width: 1, height: 1 }).raw().toBuffer();
    for (const level of corner) expect(level).toBeGreaterThan(250);
  });

  await test.step('its poster; it is closed', async () => {
    await open(admin, '/review/campaigns');
    const card = admin.locator('[data-campaign="CARD-2027"]');
    await card.getByTestId('poster').click();
    await expect(admin.getByTestId('poster-sheet').locator('svg')).toBeVisible();
    await lookBoth(admin, 'campaign-poster');
    await open(admin, '/review/campaigns');
    await card.getByTestId('campaign-close').click();
    await card.getByTestId('campaign-close-yes').click();
    await expect(card).toHaveAttribute('data-state', 'closed');
  });
  await office.close();
});

test('a studio’s file only; the phone’s own camera only', async ({ browser, unit, request }) => {
  const headers = await signInBy(request, 'wang');
  const settings = {
    institution: { code: '10486', name: '示例大学' },
    standard: 'chsi-99'
  };
  const make = async (code: string, ways: Campaign['ways'], more: object = {}) => {
    const campaign = { ...settings, code, name: { 'zh-CN': code }, ways, ...more };
    const answer = await request.post(campaignAdminApi.create.path, { headers, data: { campaign } });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as KeptCampaign;
  };
  // A standard that forbids another background, and an end in three and a half days.
  const closes = new Date(Date.now() + 84 * 3_600_000).toISOString();
  const asIs = { ...standards[0]!, id: 'as-it-is', backgrounds: 'asIs' as const };
  const made = await make('STUDIO', ['file'], { standard: asIs, closes });
  await make('PHONE', ['phone']);
  const device = {
    ...{ baseURL: unit.url, locale: 'zh-CN', viewport: { width: 390, height: 844 } },
    ...{ hasTouch: true, isMobile: true, serviceWorkers: 'block' as const }
  };
  const picture = await sitterJpeg();
  const join = async (code: string) => {
    const context = await browser.newContext(device);
    const page = await context.newPage();
    await open(page, `/campaign#${code}`);
    await page.getByTestId('campaign-join').click();
    await agree(page);
    await page.waitForURL(/\/register$/);
    await typeDetails(page);
    await toCapture(page);
    return page;
  };
  const handIn = async (page: Page) => {
    await page.getByTestId('use-photo').click({ timeout: 60_000 });
    await page.getByTestId('confirm-box').check();
    const sending = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByTestId('submit-photo').click();
    return (await sending).status();
  };

  const studio = await join('STUDIO');
  await expect(studio.getByTestId('camera')).toHaveCount(0);
  await expect(studio.getByTestId('own-camera')).toHaveCount(0);
  await expect(studio.getByRole('button', { name: '改用相机拍照' })).toHaveCount(0);
  await look(studio, 'capture-file-only');
  const step = async (step: string, revision: number) => {
    const path = campaignAdminApi.step.path.replace('{code}', 'STUDIO');
    const answer = await request.patch(path, { headers, data: { revision, step } });
    expect(answer.status()).toBe(200);
    return ((await answer.json()) as KeptCampaign).revision;
  };
  await studio.goto('/');
  await expect(studio.getByTestId('deadline-left')).toHaveText('还剩 3 天');
  await look(studio, 'home-deadline');
  // Closed while somebody is at it: said plainly, and nothing leads on.
  const closed = await step('close', made.revision);
  await studio.reload();
  await expect(studio.locator('[data-code="campaign.closed"]')).toBeVisible();
  await expect(studio.getByTestId('resume')).toHaveCount(0);
  await expect(studio.getByTestId('deadline')).toHaveCount(0);
  await look(studio, 'home-closed');
  await step('reopen', closed);
  await studio.reload();
  await studio.getByTestId('resume').click();
  // The background stays as it is.
  await studio
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: picture });
  await expect(studio.locator('[data-code="background.asIs"]')).toBeVisible({ timeout: 60_000 });
  await expect(studio.getByTestId('cut-ask')).toHaveCount(0);
  const corner = sharp(await shownPhoto(studio)).extract({ left: 0, top: 0, width: 1, height: 1 });
  const [, green, blue] = await corner.raw().toBuffer();
  // The wall's own grey, not the registry's blue.
  expect(Math.abs(green! - blue!)).toBeLessThan(20);
  await look(studio, 'check-as-is');
  expect(await handIn(studio)).toBe(201);
  await studio.context().close();

  const phone = await join('PHONE');
  const own = phone.getByTestId('own-camera');
  await expect(own).toHaveAttribute('capture', 'environment');
  await expect(phone.getByTestId('upload-photo')).toHaveCount(0);
  await look(phone, 'capture-phone-only');
  // From the albums: taken yesterday.
  const yesterday = await sharp(picture)
    .withExif({ IFD2: { DateTimeOriginal: '2024:03:01 10:00:00' } })
    .jpeg({ quality: 92 })
    .toBuffer();
  await own.setInputFiles({ name: 'old.jpg', mimeType: 'image/jpeg', buffer: yesterday });
  await expect(phone.locator('[data-code="way.late"]')).toBeVisible();
  await own.setInputFiles({ name: 'now.jpg', mimeType: 'image/jpeg', buffer: picture });
  expect(await handIn(phone)).toBe(201);
});
