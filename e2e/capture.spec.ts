import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { accessible } from './look';
import { markedSitterJpeg, sitterJpeg } from './pictures';

/** To the camera page, by the way of a student without a readable code. */
async function toCamera(page: Page) {
  await toRegister(page);
  await typeDetails(page);
  await toCapture(page);
}

const video = (page: Page) => page.getByTestId('camera').locator('video');

/** What colour a picture has near its upper corners, as red minus blue. */
const corners = (picture: ReturnType<Page['locator']>) =>
  picture.evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const redness = (x: number) => {
      const [red, , blue] = context.getImageData(Math.floor(x * canvas.width), 8, 1, 1).data;
      return red! - blue!;
    };
    return { left: redness(0.05), right: redness(0.95) };
  });

test('a good pose: the shutter fires by itself, and the photo can be compared and used', async ({
  page,
  camera
}) => {
  await camera.show(await sitterJpeg());
  await toCamera(page);
  // Each stands for a moment only, so it is looked for in every frame.
  await Promise.all([
    // The line lies on the head that was found, and it is counted down before it fires.
    page.waitForFunction(() =>
      /^[123]$/.test(document.querySelector('[data-testid=countdown]')?.textContent ?? '')
    ),
    page.waitForFunction(
      () => document.querySelector('[data-testid=outline].pass')?.getAttribute('data-stands') === 'true'
    ),
    // What was taken stands, and says so, until the check page is there.
    page.waitForFunction(
      () =>
        document.querySelector('[data-testid=advice]')?.textContent?.trim() === '拍好了' &&
        document.querySelector<HTMLElement>('[data-testid=camera] canvas')?.hidden === false
    )
  ]);
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });

  await expect(page.getByTestId('verdict')).toHaveAttribute('data-verdict', /pass|warn/);
  const photo = page.getByTestId('finished-photo');
  expect(
    await photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])
  ).toEqual([480, 640]);
  const box = (await photo.boundingBox())!;
  expect(box.width / box.height).toBeCloseTo(480 / 640, 2);
  await expect(page.getByTestId('report').locator('[data-rule="mouth.closed"]')).toHaveAttribute(
    'data-verdict',
    'pass'
  );

  const photoBox = page.getByRole('figure');
  await page.getByTestId('closer').click();
  // Nothing lies over the photo until it is asked for.
  await expect(photoBox.locator('svg')).toHaveCount(0);
  await page.getByTestId('compare').fill('50');
  await expect(photoBox.locator('svg image')).toHaveCount(1);
  await page.getByTestId('lines').click();
  await expect(photoBox.locator('svg text').first()).toContainText(/头顶 \d+ px/);
  await accessible(page);
  await page.getByTestId('use-photo').click();
  await expect(page).toHaveURL(/\/submit$/);
});

test('a still against advice: the check says why, does not offer it, and loses nothing', async ({
  page,
  camera
}) => {
  await camera.show(await markedSitterJpeg({ yaw: 25 }));
  await toCamera(page);
  await expect(page.getByTestId('advice')).toHaveAttribute('data-advice', /pose\.yaw/, { timeout: 60_000 });
  await page.getByTestId('more').click();
  await page.getByTestId('lights').click();
  await expect(page.locator('[data-live-rule="pose.yaw"]')).toHaveAttribute('data-verdict', 'fail');
  await accessible(page);

  // The preview is a mirror; the photo is not: the mark is on the left of what the camera saw.
  expect(await video(page).evaluate((element) => getComputedStyle(element).transform)).toBe(
    'matrix(-1, 0, 0, 1, 0, 0)'
  );
  await page.getByTestId('shutter').click();
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
  const { left, right } = await corners(page.getByTestId('original'));
  expect(left).toBeGreaterThan(120);
  expect(right).toBeLessThan(60);

  await expect(page.getByTestId('verdict')).toHaveAttribute('data-verdict', 'fail');
  const rule = page.getByTestId('report').locator('[data-rule="pose.yaw"]');
  await expect(rule).toHaveAttribute('data-verdict', 'fail');
  // The title says what to do, one mark on the picture what is wrong; the figures are folded away.
  await expect(page.getByTestId('verdict')).toHaveText('头往右转一点，再拍一张');
  await expect(rule).toContainText('头偏向左边');
  await expect(page.getByTestId('evidence').locator('text')).toHaveCount(0);
  await page.getByTestId('figures').click();
  await expect(page.locator('[data-figure="pose.yaw"]')).toContainText(
    /测得\s+2\d(\.\d)?° · 要求\s+-14° 到 14°/
  );
  await expect(page.getByTestId('use-photo')).toHaveCount(0);
  await accessible(page);

  await page.getByTestId('retake').click();
  await expect(page).toHaveURL(/\/capture$/);
  await expect(video(page)).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId('original')).toBeVisible();
});

test('making the photo can be cancelled; the page then goes on as before', async ({ page }) => {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  const upload = page.getByTestId('upload-photo');
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() };
  await upload.setInputFiles(photo);
  await page.getByTestId('capture-progress').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(page.getByTestId('capture-progress')).toHaveCount(0);
  await expect(page).toHaveURL(/\/capture$/);
  await upload.setInputFiles(photo);
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
});
