import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../scripts/lib/browser.mjs';
import { expect, test } from './fixtures';
import { open, toCapture, toRegister, typeDetails } from './journey';
import { sitterJpeg } from './pictures';

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
  await expect(page.locator('[data-code="camera.denied"]')).toBeVisible();
  const buffer = await sitterJpeg();
  await page.getByTestId('upload-photo').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
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
