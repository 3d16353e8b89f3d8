/** Cameras as people meet them, in Firefox and WebKit; each case by itself, in Chromium, is in ../camera-waits.spec.ts. */
import { expect } from '@playwright/test';
import { drawCode } from '../../scripts/codes/draw';
import type { DrivenPage } from '../../scripts/lib/drive/page';
import { agree, open, studentCode } from '../../scripts/lib/journey';
import { codeFrameJpeg, sitterJpeg } from '../pictures';
import type { Drawing } from './drawn-camera';
import { test } from './fixtures';
import { photoMs } from './steps';

const set = (page: DrivenPage, change: Partial<Drawing>) =>
  page.evaluate((given) => {
    const { drawn } = window as unknown as { drawn: Drawing };
    Object.assign(drawn, given);
    if (given.waits === false) drawn.answer();
  }, change);

/** What the system tells of the camera that is open. */
const tells = (page: DrivenPage, event: string) =>
  page.evaluate(
    (given) =>
      (document.querySelector('video')!.srcObject as MediaStream)
        .getVideoTracks()[0]!
        .dispatchEvent(new Event(given)),
    event
  );

const told = (page: DrivenPage, code: string) => page.locator(`[data-code="camera.${code}"]`);

/** The width and height of what plays, once something new does. */
const playing = (page: DrivenPage) =>
  page.evaluate(async () => {
    for (let before = -1; ;) {
      const video = document.querySelector('video');
      if (video && !video.paused && video.videoWidth && before >= 0 && video.currentTime > before)
        return [video.videoWidth, video.videoHeight];
      before = video?.currentTime ?? -1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });

test('a late answer, a call, a picture that stands still, another lens, a video that wants a touch, a turned phone', async ({
  page,
  camera,
  engine,
  front
}) => {
  await open(page, '/');
  await camera.show(await sitterJpeg());
  await set(page, { waits: true, lenses: ['front', 'back', 'wide'] });
  await page.getByTestId('start-code').click();
  await agree(page);
  await told(page, 'slow').waitFor({ timeout: 30_000 });
  await page.getByTestId('type-details').waitFor();
  await set(page, { waits: false });
  const upright = await playing(page);
  expect(await told(page, 'slow').count()).toBe(0);

  await tells(page, 'mute');
  await told(page, 'paused').waitFor();
  await tells(page, 'unmute');
  await expect.poll(() => told(page, 'paused').count()).toBe(0);

  await set(page, { still: true });
  await told(page, 'frozen').waitFor({ timeout: 30_000 });
  await set(page, { still: false });
  await expect.poll(() => told(page, 'frozen').count(), { timeout: 15_000 }).toBe(0);

  await page.getByTestId('lens').selectOption('wide');
  await playing(page);
  expect(
    await page.evaluate(() => (window as unknown as { drawn: Drawing }).drawn.asked?.video)
  ).toMatchObject({ deviceId: { exact: 'wide' } });

  // Taken for good, it is opened anew by itself; the video then wants a touch. WebKit plays one without being told to.
  const touched = engine === 'firefox';
  await set(page, { silent: touched });
  await tells(page, 'ended');
  await told(page, 'ended').waitFor();
  if (touched) {
    const touch = page.getByTestId('camera-touch');
    await touch.waitFor({ timeout: 15_000 });
    await set(page, { silent: false });
    await touch.click();
  }
  await playing(page);

  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await page.waitForURL(/\/confirm$/, { timeout: photoMs });
  expect(upright[0]! < upright[1]!).toBe(true);
  expect(front.errors).toEqual([]);
});
