/** The other cut-out of a photo: what it costs, how it is stopped, how it fails, and which of the two is sent. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { accessible, lookBoth } from './look';
import { shownPhoto, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { sitterJpeg } from './pictures';
import { sha256, storedPhotos } from './stored';

const model = '**/*.onnx';
const phone = { width: 390, height: 844 };

/** Home … check, with a photo file. */
async function toCheck(page: Page): Promise<void> {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  const buffer = await sitterJpeg({ hair: { style: 'long' } });
  await page.getByTestId('upload-photo').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
}

const shown = async (page: Page) => sha256(await shownPhoto(page));

test('the other cut-out: asked for, stopped, failed, made; the picked one is kept and sent', async ({
  page
}) => {
  const models: string[] = [];
  page.context().on('request', (request) => {
    if (request.url().endsWith('.onnx')) models.push(request.url());
  });
  await toCheck(page);
  const fast = await shown(page);
  const tries = await page.getByTestId('tries').getAttribute('data-left');

  await test.step('says what it costs, and begins nothing by itself', async () => {
    await page.getByTestId('cut-ask').click();
    const cost = page.getByTestId('cut-cost');
    // The model, 44 MB, and its runtime.
    expect(Number(await cost.getAttribute('data-bytes'))).toBeGreaterThan(44e6);
    expect(Number(await cost.getAttribute('data-seconds'))).toBeGreaterThanOrEqual(1);
    await expect(page.getByTestId('cut-metered')).toHaveCount(0);
    await lookBoth(page, 'cut-cost');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(phone);
    expect(models).toEqual([]);
  });

  await test.step('is stopped in the middle of its download', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.context().route(model, async (route) => {
      await held;
      await route.abort().catch(() => undefined);
    });
    await page.getByTestId('cut-begin').click();
    await expect(page.getByTestId('cut-progress')).toBeVisible();
    await expect.poll(() => models.length, { timeout: 60_000 }).toBe(1);
    await accessible(page, 'cut-progress');
    await page.getByTestId('cut-cancel').click();
    await expect(page.getByTestId('cut-progress')).toHaveCount(0);
    release();
    await page.context().unroute(model);
    expect(await shown(page)).toBe(fast);
    await expect(page.getByTestId('use-photo')).toBeEnabled();
  });

  await test.step('tells a download that fails, and loses nothing', async () => {
    await page.context().route(model, (route) => route.abort('connectionreset'));
    await page.getByTestId('cut-begin').click();
    await expect(page.getByRole('alert').locator('[data-code="model.load"]')).toBeVisible({
      timeout: 60_000
    });
    expect(await shown(page)).toBe(fast);
    await page.context().unroute(model);
  });

  await test.step('shows both once it is made, the first one picked', async () => {
    await page.getByTestId('retry').click();
    await expect(page.getByTestId('cut-choice')).toBeVisible({ timeout: 120_000 });
    await expect(page.getByTestId('cut-fast')).toBeChecked();
    await lookBoth(page, 'cut-choice');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(phone);
    expect(await shown(page)).toBe(fast);
    await expect(page.getByTestId('tries')).toHaveAttribute('data-left', tries!);
  });

  await test.step('magnifies both, at the same place', async () => {
    await page.getByTestId('cut-zoom').fill('3');
    const windows = page.getByRole('region', { name: /抠图/ });
    await expect(windows).toHaveCount(2);
    const top = () => windows.evaluateAll((all) => all.map(({ scrollTop }) => scrollTop));
    // The middle stays in the middle: that comes first.
    await expect.poll(async () => Math.min(...(await top()))).toBeGreaterThan(40);
    await windows.first().evaluate((window) => (window.scrollTop = 40));
    await expect.poll(top).toEqual([40, 40]);
    await accessible(page, 'cut-choice magnified');
  });

  const fine = await test.step('picks by keyboard, and back, without making anything again', async () => {
    const loaded = models.length;
    await page.getByTestId('cut-fast').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByTestId('cut-fine')).toBeChecked();
    await expect.poll(() => shown(page)).not.toBe(fast);
    const other = await shown(page);
    await page.getByTestId('cut-photo-fast').click();
    await expect.poll(() => shown(page)).toBe(fast);
    await page.getByTestId('cut-fine').check();
    await expect.poll(() => shown(page)).toBe(other);
    expect(models.length).toBe(loaded);
    return other;
  });

  await test.step('a reload keeps the picked one, and offers no other', async () => {
    await page.reload();
    await expect(page.getByTestId('finished-photo')).toBeVisible();
    expect(await shown(page)).toBe(fine);
    await expect(page.getByTestId('cut-ask')).toHaveCount(0);
    await expect(page.getByTestId('tries')).toHaveAttribute('data-left', tries!);
  });

  await test.step('the picked one is sent', async () => {
    await page.getByTestId('use-photo').click();
    await page.getByTestId('confirm-box').check();
    await page.getByTestId('submit-photo').click();
    await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
    const stored = (await storedPhotos()).map(sha256);
    expect(stored).toContain(fine);
    expect(stored).not.toContain(fast);
  });
});

test('a metered line is told of, and a device without the memory says why there is no button', async ({
  page
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
  });
  await toCheck(page);
  await page.getByTestId('cut-ask').click();
  await expect(page.getByTestId('cut-metered')).toBeVisible();
  await accessible(page, 'cut-metered');

  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'deviceMemory', { value: 2, configurable: true });
  });
  // Another photo on the same device.
  await page.goto('/capture');
  const buffer = await sitterJpeg();
  await page.getByTestId('upload-photo').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
  await expect(page.getByTestId('cut-unfit')).toBeVisible();
  await expect(page.getByTestId('cut-ask')).toHaveCount(0);
  await expect(page.getByTestId('use-photo')).toBeEnabled();

  // Its crop moved by hand: by keys and by dragging, as far as the windows reach, and the photo made anew.
  await page.getByTestId('move').click();
  const now = page.getByTestId('move-now');
  const right = async () => Number(await now.getAttribute('data-right'));
  await page.getByTestId('move-up').focus();
  await page.keyboard.press('ArrowDown');
  await expect(now).toHaveText('往下 2 像素');
  await expect(page.getByTestId('use-photo')).toBeDisabled();
  for (let press = 0; press < 15; press++) await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('move-right')).toBeDisabled();
  await expect(now).toContainText('已到规定范围的边缘');
  const end = await right();
  expect(end).toBeGreaterThan(2);
  expect(end).toBeLessThanOrEqual(20);
  await page.getByTestId('move-preview').hover();
  await page.mouse.down();
  await page.mouse.move(0, 0, { steps: 3 });
  await page.mouse.up();
  await expect.poll(right).toBeLessThan(0);
  await lookBoth(page, 'move');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  const before = await shown(page);
  await page.getByTestId('move-make').click();
  await expect.poll(() => shown(page), { timeout: 60_000 }).not.toBe(before);
  await expect(page.getByTestId('use-photo')).toBeEnabled();
  await expect(page.getByTestId('move-make')).toBeDisabled();
  await page.getByTestId('move-reset').click();
  await expect(now).toHaveText('没有移动');
  await page.getByTestId('move-make').click();
  await expect.poll(() => shown(page), { timeout: 60_000 }).toBe(before);
});

test('what labels the sitter comes late: the photo is there before, and checked for the rest by itself', async ({
  page
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.context().route('**/selfie_multiclass*', async (route) => {
    await held;
    await route.continue();
  });
  await toCheck(page);
  const waits = '识别头发、眼镜和饰品的工具尚未加载';
  await expect(page.getByTestId('not-checked')).toContainText(waits);
  await expect(page.getByTestId('late-check')).toBeVisible();
  await expect(page.getByTestId('use-photo')).toBeEnabled();
  await accessible(page, 'late-check');
  release();
  await expect(page.getByTestId('late-check')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText(waits)).toHaveCount(0);
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-verdict', /pass|warn/);
});
