/** Browsers that lack something: told on the first page where nothing can run, else replaced without a word. */
import type { BrowserContext, Page } from '@playwright/test';
import { texts } from '../src/lib/i18n/locales/zh-CN';
import { open, toCapture, toRegister, toSubmit, typeDetails } from '../scripts/lib/journey';
import { expect, test } from './fixtures';
import { accessible } from './look';
import { sitterJpeg } from './pictures';

const stops = {
  lockdown: () => delete (window as Partial<typeof globalThis>).WebAssembly,
  old: () => {
    WebAssembly.validate = () => false;
  },
  graphics: () => {
    const get = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as (...given: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: unknown[]) {
      return String(given[0]).startsWith('webgl') ? null : get.apply(this, given);
    } as never;
  }
};

for (const [stop, take] of Object.entries(stops))
  test(`where nothing can run (${stop}) the first pages say so, and what to do; nobody registers`, async ({
    page,
    watch
  }) => {
    await page.addInitScript(take);
    await open(page, '/');
    const told = page.getByRole('alert').filter({ hasText: texts[`fit.${stop as keyof typeof stops}`] });
    await expect(told).toBeVisible();
    for (const way of ['browser', 'update', 'device', 'kiosk'] as const)
      await expect(page.getByText(texts[`fit.${way}`])).toBeVisible();
    await expect(page.getByTestId('start-code')).toHaveCount(0);
    await expect(page.getByTestId('start-upload')).toHaveCount(0);
    await accessible(page);
    expect(watch.errors).toEqual([]);
  });

test('a link into the middle says it too', async ({ page }) => {
  await open(page, '/');
  await page.getByTestId('start-code').click();
  await expect(page.getByTestId('agree')).toBeVisible();
  await page.addInitScript(stops.lockdown);
  await page.reload();
  await expect(page.getByRole('alert').filter({ hasText: texts['fit.lockdown'] })).toBeVisible();
  await expect(page.getByTestId('agree')).toHaveCount(0);
});

test('a browser that cannot read the product’s scripts is told by the page itself', async ({ page }) => {
  await page.route('**/_app/immutable/entry/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'this is no script of {' })
  );
  await page.goto('/');
  const told = page.getByRole('status').filter({ hasText: '请更新系统和浏览器' });
  await expect(told).toBeVisible();
  await expect(told.locator('p')).toHaveCount(3);
});

test('without JavaScript the page says that it needs it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('noscript p')).toContainText(['JavaScript', 'JavaScript', 'JavaScript']);
  await expect(page.locator('noscript p').first()).toBeVisible();
  await context.close();
});

/** What older browsers lack and the product replaces. */
const older = (context: BrowserContext) =>
  context.addInitScript(() => {
    const gone = (owner: object, name: string) => Reflect.deleteProperty(owner, name);
    gone(Navigator.prototype, 'locks');
    gone(Crypto.prototype, 'randomUUID');
    gone(AbortSignal, 'timeout');
    for (const name of ['BroadcastChannel', 'VideoFrame', 'ImageCapture', 'OffscreenCanvas'])
      gone(window, name);
    gone(HTMLVideoElement.prototype, 'requestVideoFrameCallback');
  });

async function confirmAndSend(page: Page) {
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
}

test('without locks, UUIDs, time limits and channels a photo arrives, and a second tab hears of it', async ({
  page,
  context,
  watch
}) => {
  await older(context);
  await toSubmit(page, await sitterJpeg());
  const second = await context.newPage();
  await open(second, '/submit');
  await confirmAndSend(page);
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  await expect(second).toHaveURL(/\/status$/);
  expect(watch.errors).toEqual([]);
});

test('without locks a page that dies while it sends keeps the next from sending only for a while', async ({
  page,
  context
}) => {
  await older(context);
  await toSubmit(page, await sitterJpeg());
  // The first send hangs, and its page is closed on it.
  let asked!: () => void;
  const sending = new Promise<void>((resolve) => (asked = resolve));
  await page.route('**/api/v1/submissions/*', () => asked());
  await confirmAndSend(page);
  await sending;
  const next = await context.newPage();
  await page.close();
  const sent: string[] = [];
  next.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
  await open(next, '/status');
  await expect(next.getByTestId('status-state')).toHaveAttribute('data-state', 'received', {
    timeout: 40_000
  });
  expect(sent).toHaveLength(1);
});

test('without video frames the camera still advises and its shutter fires', async ({
  page,
  context,
  camera
}) => {
  await older(context);
  await camera.show(await sitterJpeg());
  await toRegister(page);
  await typeDetails(page);
  await toCapture(page);
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
  await expect(page.getByTestId('finished-photo')).toBeVisible();
});
