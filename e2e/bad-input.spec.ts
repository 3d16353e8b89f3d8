import { drawCode } from '../scripts/codes/draw';
import { expect, test } from './fixtures';
import { studentCode, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { animatedGif, cmykJpeg, emptyRoomJpeg, hugeJpeg, sitterJpeg } from './pictures';

const jpeg = 'image/jpeg';

const files: { title: string; code: string; file: () => Promise<Buffer> }[] = [
  { title: 'an empty file', code: 'file.empty', file: () => Promise.resolve(Buffer.alloc(0)) },
  {
    title: 'text renamed .jpg',
    code: 'file.type',
    file: () => Promise.resolve(Buffer.from('This is not a picture.\n'.repeat(40)))
  },
  {
    title: 'a truncated JPEG',
    code: 'file.truncated',
    file: async () => {
      const whole = await sitterJpeg();
      return whole.subarray(0, Math.round(whole.length / 2));
    }
  },
  { title: '12,000 × 9,000 pixels', code: 'image.tooLarge', file: hugeJpeg },
  { title: 'a CMYK JPEG', code: 'file.cmyk', file: cmykJpeg },
  { title: 'an animated GIF', code: 'file.animated', file: animatedGif }
];

test('files that are no photo: a clear message, nothing lost, and a way on', async ({ page, watch }) => {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  for (const { title, code, file } of files) {
    await test.step(title, async () => {
      const buffer = await file();
      await page.getByTestId('upload-photo').setInputFiles({ name: 'photo.jpg', mimeType: jpeg, buffer });
      await expect(page.getByRole('alert').locator(`[data-code="${code}"]`)).toBeVisible();
      await expect(page).toHaveURL(/\/capture$/);
    });
  }
  // After all that, a good photo still goes through.
  const buffer = await sitterJpeg();
  await page.getByTestId('upload-photo').setInputFiles({ name: 'photo.jpg', mimeType: jpeg, buffer });
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
  expect(watch.errors).toEqual([]);
});

test('pictures that hold no collection code: told apart, and the right one still works', async ({
  page,
  camera
}) => {
  await camera.show(await emptyRoomJpeg());
  await toRegister(page);
  const upload = page.getByTestId('upload-code');
  const alert = page.getByRole('alert');

  await upload.setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode('https://example.org/lunch-menu'))
  });
  await expect(alert.locator('[data-code="code.foreign"]')).toBeVisible();

  await upload.setInputFiles({ name: 'code.jpg', mimeType: jpeg, buffer: await sitterJpeg() });
  await expect(alert.locator('[data-code^="code.trouble."]')).toBeVisible({ timeout: 60_000 });

  await upload.setInputFiles({ name: 'code.jpg', mimeType: jpeg, buffer: Buffer.alloc(0) });
  await expect(alert.locator('[data-code="file.empty"]')).toBeVisible();

  await upload.setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode(studentCode))
  });
  await expect(page).toHaveURL(/\/confirm$/);
});
