/** A private window of somebody who lets no page see the camera. WebKit's automation is such a window always. */
import { expect } from '@playwright/test';
import { open, toCapture, toRegister, typeDetails } from '../../scripts/lib/journey';
import { sitterJpeg } from '../pictures';
import { sha256, storedPhotos } from '../stored';
import { test } from './fixtures';
import { checked, handIn, keptPhoto, standing } from './steps';

test.use({ isPrivate: true });

test('a refused camera is told; a photo file is kept over a reload and handed in', async ({
  page,
  camera,
  front
}) => {
  await open(page, '/');
  await camera.refuse();
  await toRegister(page);
  await page.locator('[data-code^="camera."]').waitFor();
  await typeDetails(page);
  await toCapture(page);
  await page.locator('[data-code^="camera."]').waitFor();
  await page
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() });
  await checked(page, ['pass', 'warn']);
  const photo = (await keptPhoto(page))!;
  await handIn(page);
  await standing(page, 'received');
  expect((await storedPhotos(front.data)).map(sha256)).toEqual([sha256(photo)]);
  expect(front.errors).toEqual([]);
});
