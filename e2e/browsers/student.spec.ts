/** The student's way in Firefox and WebKit: what stands at each step, also after a reload. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { drawCode } from '../../scripts/codes/draw';
import {
  agree,
  open,
  student,
  studentCode,
  toCapture,
  toRegister,
  typeDetails
} from '../../scripts/lib/journey';
import { codeFrameJpeg, sitterJpeg } from '../pictures';
import { sha256, storedPhotos } from '../stored';
import { test } from './fixtures';
import { checked, handIn, keptPhoto, photoMs, standing } from './steps';

test('home, language, notice, code before the camera: kept over a reload at each step', async ({
  page,
  camera
}) => {
  await open(page, '/');
  await page.getByTestId('language').selectOption('zh-CN');
  await page.locator('html[lang="zh-CN"]').waitFor();
  await page.reload();
  await page.locator('html[lang="zh-CN"] [data-hydrated]').waitFor();

  await page.getByTestId('start-code').click();
  await page.waitForURL(/\/notice$/);
  await page.reload();
  // One consent does not stand for the other.
  await page.getByTestId('consent-face').check();
  await page.getByTestId('agree').click();
  await page.locator('[role=alert]').waitFor();
  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await agree(page);
  await page.waitForURL(/\/confirm$/, { timeout: photoMs });
  expect(await page.locator('main').innerText()).toContain(student.institutionName);
  await page.reload();
  await page.getByTestId('confirm-details').click();
  await page.waitForURL(/\/instructions$/);
  await page.reload();
  await page.getByTestId('open-camera').waitFor();
  await page.goBack();
  await page.waitForURL(/\/confirm$/);
  // Too far ahead: led to where the student stands.
  await open(page, '/check');
  await page.waitForURL(/\/(confirm|instructions)$/);
});

test('advice, shutter, retake, photo, submission, status, withdrawal', async ({
  page,
  camera,
  front,
  driven
}) => {
  await open(page, '/');
  await camera.show(await sitterJpeg({ yaw: 25 }));
  await toRegister(page);
  await typeDetails(page);
  await toCapture(page);
  await page.locator('[data-testid=advice][data-advice^="pose.yaw"]').waitFor({ timeout: photoMs });
  await page.getByTestId('shutter').click();
  await checked(page, ['fail']);
  expect(await page.getByTestId('use-photo').count()).toBe(0);

  // The shutter fires by itself once everything is right.
  await camera.show(await sitterJpeg());
  await page.getByTestId('retake').click();
  await page.waitForURL(/\/capture$/);
  await checked(page, ['pass', 'warn']);
  await page.getByTestId('finished-photo').waitFor();
  const photo = (await keptPhoto(page))!;
  await handIn(page);
  await standing(page, 'received');
  expect((await storedPhotos(front.data)).map(sha256)).toEqual([sha256(photo)]);

  await page.reload();
  await standing(page, 'received');
  await page.getByTestId('download-photo').click();
  await expect
    .poll(async () => (await readdir(driven.downloads)).filter((name) => name.endsWith('.jpg')), {
      timeout: 15_000
    })
    .toHaveLength(1);
  const [saved] = await readdir(driven.downloads);
  expect(sha256(await readFile(join(driven.downloads, saved!)))).toBe(sha256(photo));
  await page.getByTestId('withdraw').click();
  await page.getByTestId('withdraw-yes').click();
  await standing(page, 'withdrawn');
  expect(front.errors).toEqual([]);
});

test('a code by picture file, typed details, my data, forgotten', async ({ page, front }) => {
  await toRegister(page);
  await page.getByTestId('upload-code').setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode(studentCode))
  });
  await page.waitForURL(/\/confirm$/, { timeout: 60_000 });
  await page.getByTestId('back').click();
  await page.waitForURL(/\/register$/);
  await typeDetails(page);
  await page.getByTestId('my-data').click();
  await page.getByTestId('withdraw-consent').click();
  await page.getByTestId('withdraw-consent-yes').click();
  await page.locator('[data-code="mine.gone"]').waitFor();
  await open(page, '/register');
  await page.waitForURL(new RegExp(`^${front.url}/$`));
});
