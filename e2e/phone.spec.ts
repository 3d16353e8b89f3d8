/** A phone, and the browser inside another app: what it can do decides what is offered, never its name. */
import { drawCode } from '../scripts/codes/draw';
import { agree, open, studentCode, toCapture, toSubmit } from '../scripts/lib/journey';
import { expect, test } from './fixtures';
import { accessible } from './look';
import { sitterJpeg } from './pictures';

test.use({ hasTouch: true, isMobile: true });

const withoutCamera = () => Object.defineProperty(navigator, 'mediaDevices', { value: undefined });

test('the code is chosen from the photos first, and no camera is opened unasked', async ({
  page,
  camera
}) => {
  await camera.show(await sitterJpeg());
  await open(page, '/');
  await page.getByTestId('start-code').click();
  await agree(page);
  await expect(page.getByTestId('scan')).toBeVisible();
  await expect(page.getByTestId('camera')).toHaveCount(0);
  await expect(page.getByText('也可以粘贴或拖入图片')).toHaveCount(0);
  await accessible(page);
  await page.getByTestId('scan').click();
  await expect(page.getByTestId('camera')).toBeVisible();
  await page.getByTestId('upload-code').setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode(studentCode))
  });
  await expect(page).toHaveURL(/\/confirm$/);
});

test('where the page gets no camera, the phone’s own takes code and photo', async ({ page, watch }) => {
  await page.addInitScript(withoutCamera);
  await open(page, '/');
  await page.getByTestId('start-code').click();
  await agree(page);
  await page.getByTestId('scan').click();
  const own = page.getByTestId('own-camera');
  await expect(own).toHaveAttribute('capture', 'environment');
  await own.setInputFiles({
    name: 'image.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode(studentCode))
  });
  await expect(page).toHaveURL(/\/confirm$/);
  await toCapture(page);
  await expect(own).toHaveAttribute('capture', 'user');
  await accessible(page);
  await own.setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() });
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
  await expect(page.getByTestId('verdict')).toHaveAttribute('data-verdict', /pass|warn/);
  // It is a photo taken now, not a file brought along: nothing is asked of the file.
  await expect(page.locator('[data-rule^="file."]')).toHaveCount(0);
  await expect(page.getByText('长按照片可以保存')).toBeVisible();
  expect(watch.errors).toEqual([]);
});

test('the finished photo can be kept without a download: pressed for long, or by the system’s sheet', async ({
  page
}) => {
  await page.addInitScript(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    Object.assign(navigator, {
      canShare: () => true,
      share: ({ files }: { files: File[] }) => {
        shared.push(files[0]!.name);
        return Promise.resolve();
      }
    });
  });
  await toSubmit(page, await sitterJpeg());
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  const kept = page.getByTestId('kept-photo');
  await expect(kept).toHaveAttribute('src', /^data:image\/jpeg;base64,/);
  expect(await kept.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual(
    [480, 640]
  );
  await page.getByTestId('share-photo').click();
  await page.getByTestId('receipt-save').click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shared: string[] }).shared))
    .toEqual(['photo.jpg', expect.stringMatching(/^receipt-.+\.png$/)]);
});

test('somebody who helps uses the camera at the back, with the advice spoken and a timer', async ({
  page,
  camera
}) => {
  await camera.show(await sitterJpeg({ mouthOpen: 0.6 }));
  await open(page, '/');
  await page.getByTestId('start-code').click();
  await agree(page);
  await page.getByTestId('type-details').click();
  await page.locator('input[name=name]').fill('林晓');
  await page.locator('input[name=studentNumber]').fill('2022310001');
  await page.locator('input[name=studentNumber]').press('Enter');
  await page.getByTestId('confirm-details').click();
  await page.getByTestId('who-helper').check();
  await expect(page.getByTestId('voice')).toBeChecked();
  await page.getByTestId('open-camera').click();
  await expect(page.getByText('帮忙的人')).toBeVisible();
  await expect(page.getByTestId('speak')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByTestId('advice')).toHaveAttribute('data-advice', 'mouth.open', { timeout: 60_000 });
  const size = await page
    .getByTestId('advice')
    .evaluate((line) => parseFloat(getComputedStyle(line).fontSize));
  expect(size).toBeGreaterThanOrEqual(56);
  await page.getByTestId('more').click();
  await page.getByTestId('timer').selectOption('10');
  await page.getByTestId('shutter').click();
  await expect(page.getByTestId('countdown')).toHaveText(/^(10|\d)$/);
  // Pressed again it stops.
  await page.getByTestId('shutter').click();
  await expect(page.getByTestId('countdown')).toHaveCount(0);
  await page.getByTestId('timer').selectOption('3');
  await page.getByTestId('shutter').click();
  await expect(page.getByTestId('countdown')).toHaveText(/^[123]$/);
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
});
