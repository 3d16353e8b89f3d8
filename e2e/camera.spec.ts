import { chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '../scripts/lib/browser.mjs';
import { expect, test } from './fixtures';
import { open, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { emptyRoomJpeg, sitterJpeg } from './pictures';

test.use({ whole: true });

const video = (page: Page) => page.getByTestId('camera').locator('video');

test('a camera that is not allowed: told so, with a way on by file', async ({
  page,
  context,
  camera,
  baseURL
}) => {
  await camera.show(await sitterJpeg());
  await context.clearPermissions();
  const browser = await context.newCDPSession(page);
  await browser.send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    origin: baseURL
  });
  await toRegister(page);
  await expect(page.locator('[data-code="camera.denied"]')).toBeVisible();
  await typeDetails(page);
  await toCapture(page);
  const denied = page.locator('[data-code="camera.denied"]');
  await expect(denied).toBeVisible();
  const upload = page.getByTestId('upload-photo');
  await upload.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
  await expect(page.locator('[data-code="file.empty"]')).toBeVisible();
  await expect(denied).toBeVisible();
  const buffer = await sitterJpeg();
  await upload.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
});

test('a camera that is allowed later: the page sees it by itself', async ({ page, context, camera }) => {
  await camera.show(await sitterJpeg());
  await context.clearPermissions();
  await toRegister(page);
  await expect(page.locator('[data-code="camera.denied"]')).toBeVisible();
  await context.grantPermissions(['camera']);
  await expect(video(page)).toBeVisible();
});

test('a camera that goes away, a page that is hidden: it comes back', async ({ page, camera }) => {
  await camera.show(await emptyRoomJpeg());
  await toRegister(page);
  await typeDetails(page);
  await toCapture(page);
  await expect(page.getByTestId('advice')).toHaveAttribute('data-advice', /.+/, { timeout: 60_000 });
  const state = () =>
    video(page).evaluate(
      (element: HTMLVideoElement) => (element.srcObject as MediaStream | null)?.getTracks()[0]?.readyState
    );
  expect(await state()).toBe('live');

  const visibility = (value: 'hidden' | 'visible') =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, value);
  const track = await video(page).evaluateHandle(
    (element: HTMLVideoElement) => (element.srcObject as MediaStream).getVideoTracks()[0]!
  );
  await visibility('hidden');
  expect(await track.evaluate((one) => one.readyState)).toBe('ended');
  await visibility('visible');
  await expect.poll(state).toBe('live');

  await video(page).evaluate((element: HTMLVideoElement) =>
    (element.srcObject as MediaStream).getTracks()[0]!.dispatchEvent(new Event('ended'))
  );
  await expect(page.getByRole('alert').locator('[data-code="camera.ended"]')).toBeVisible();
  await page.getByRole('button', { name: '重试' }).click();
  await expect.poll(state).toBe('live');
});

test('no camera at all: told so, with a way on by file', async ({ baseURL }) => {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs });
  try {
    const page = await browser.newPage({ baseURL, locale: 'zh-CN', permissions: ['camera'] });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await open(page, '/');
    await toRegister(page);
    await expect(page.locator('[data-code="camera.missing"]')).toBeVisible();
    await expect(page.getByTestId('upload-code')).toBeEnabled();
    await typeDetails(page);
    await toCapture(page);
    await expect(page.locator('[data-code="camera.missing"]')).toBeVisible();
    await expect(page.getByTestId('upload-photo')).toBeEnabled();
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});
