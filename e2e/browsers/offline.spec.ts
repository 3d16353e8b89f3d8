/** Without a network, which here is nobody listening: everything works after one visit, and what waits is delivered. */
import { expect } from '@playwright/test';
import { drawCode } from '../../scripts/codes/draw';
import { open, studentCode, toCapture, toRegister } from '../../scripts/lib/journey';
import { codeFrameJpeg, sitterJpeg } from '../pictures';
import { sha256, storedPhotos } from '../stored';
import { test } from './fixtures';
import { checked, handIn, keptPhoto, photoMs, ready, standing } from './steps';

/** Pages that need nothing of the student. */
const pages = [
  '/',
  '/guide',
  '/campaign',
  '/my-data',
  '/account',
  '/unsubscribe',
  '/kiosk',
  // Two levels deep.
  '/kiosk/operator',
  '/payment/sandbox'
];

test('every page opened and reloaded, scan, photo, handing in; delivered when the network is back', async ({
  page,
  camera,
  front
}) => {
  await open(page, '/');
  await camera.show(await sitterJpeg());
  await toRegister(page);
  await ready(page);
  await front.goAway();

  for (const path of pages) {
    await page.goto(path);
    for (const again of [false, true]) {
      if (again) await page.reload();
      await page.locator('h1').waitFor();
    }
  }
  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await open(page, '/register');
  await page.waitForURL(/\/confirm$/, { timeout: photoMs });
  await camera.show(await sitterJpeg());
  await toCapture(page);
  await checked(page, ['pass', 'warn']);
  const photo = (await keptPhoto(page))!;
  await handIn(page);
  await standing(page, 'queued');
  await page.reload();
  await standing(page, 'queued');

  await front.comeBack();
  await open(page, '/status');
  await standing(page, 'received');
  expect((await storedPhotos(front.data)).map(sha256)).toEqual([sha256(photo)]);
});
