import { drawCode } from '../scripts/codes/draw';
import { expect, test } from './fixtures';
import {
  open,
  shownPhoto,
  student,
  studentCode,
  toCapture,
  toRegister,
  typeDetails
} from '../scripts/lib/journey';
import { sha256, storedPhotos } from './stored';
import { sitterJpeg, twoSittersJpeg, emptyRoomJpeg, darkSitterJpeg, codeFrameJpeg } from './pictures';

test.use({ serviceWorkers: 'allow' });

test('scan, confirm, shoot, check, submit: the stored file is the one that was shown', async ({
  page,
  camera,
  watch
}) => {
  // On a desktop in Chinese; offline.spec.ts goes the same way on a phone, pages.spec.ts in English on both.
  await page.setViewportSize({ width: 1280, height: 800 });
  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await toRegister(page);
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByText(student.institutionName)).toBeVisible();

  await camera.show(await sitterJpeg());
  await toCapture(page);
  await expect(page.getByTestId('advice')).toHaveAttribute('data-verdict', /pass|warn/, { timeout: 60_000 });
  // The shutter fires by itself.
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });

  const shown = await shownPhoto(page);
  await expect(page.getByTestId('report').locator('[data-verdict=fail]')).toHaveCount(0);
  await page.getByTestId('use-photo').click();
  await expect(page).toHaveURL(/\/submit$/);
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page).toHaveURL(/\/status$/);
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');

  const stored = (await storedPhotos()).map(sha256);
  expect(stored).toContain(sha256(shown));
  const sent = watch.requests.filter((request) => request.method() !== 'GET');
  expect(sent.map((request) => request.method())).toEqual(['PUT']);
  const bodySize = Number(await sent[0]!.headerValue('content-length'));
  expect(bodySize).toBeGreaterThan(shown.length);
  expect(bodySize - shown.length).toBeLessThan(20_000);

  await page.reload();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
});

const wrong = [
  { title: 'a turned head', picture: () => sitterJpeg({ yaw: 25 }), advice: /^pose\.yaw\.right$/ },
  { title: 'an open mouth', picture: () => sitterJpeg({ mouthOpen: 0.8 }), advice: /^mouth\.open$/ },
  { title: 'two faces', picture: twoSittersJpeg, advice: /^face\.several$/ },
  { title: 'no face', picture: emptyRoomJpeg, advice: /^face\.none$/ },
  { title: 'a dark frame', picture: darkSitterJpeg, advice: /^light\.tooDark$/ }
];

test('what is wrong before the camera: the right advice, and no way to submit', async ({
  page,
  camera,
  watch
}) => {
  await camera.show(await emptyRoomJpeg());
  await toRegister(page, 'code');
  await typeDetails(page);
  await toCapture(page);
  for (const { title, picture, advice } of wrong)
    await test.step(title, async () => {
      // The camera opened anew shows the next picture.
      await page.goBack();
      await camera.show(await picture());
      await page.getByTestId('open-camera').click();
      const line = page.getByTestId('advice');
      await expect(line).toHaveAttribute('data-advice', advice, { timeout: 60_000 });
      await expect(line).toHaveAttribute('data-verdict', /fail|na/);
      await expect(line).not.toBeEmpty();

      // Nothing fires by itself.
      await page.waitForTimeout(3000);
      await expect(page).toHaveURL(/\/capture$/);
    });
  // And the flow lets nobody past without a photo.
  await open(page, '/submit');
  await expect(page).not.toHaveURL(/\/submit$/);
  expect(watch.requests.filter((request) => request.method() === 'PUT')).toEqual([]);
});
