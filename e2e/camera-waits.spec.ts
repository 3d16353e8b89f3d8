/**
 * Cameras as people meet them: a question that nobody answers, a video that wants a touch, a picture that stands still,
 * a call that takes the camera, several lenses. Each is told, has a way on, and mends itself where it can.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { toCapture, toRegister, typeDetails } from '../scripts/lib/journey';

const told = (page: Page, code: string) => page.locator(`[data-code="camera.${code}"]`);

interface Drawn {
  /** Whether new frames come. */
  moving: boolean;
  /** Whether the camera answers at all. */
  answers: boolean;
  /** What each opening asked for. */
  asked: MediaStreamConstraints[];
  waiting: (() => void)[];
}

/** A camera that the page draws: its frames stop, and its answers wait, as the test likes. */
async function drawnCamera(page: Page, answers = true) {
  await page.addInitScript((first) => {
    const state: Drawn = { moving: true, answers: first, asked: [], waiting: [] };
    Object.assign(window, { drawn: state });
    const stream = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 960, height: 1280 });
      const context = canvas.getContext('2d')!;
      let turn = 0;
      const draw = () => {
        if (!state.moving) return;
        context.fillStyle = `hsl(${turn++ * 7} 50% 50%)`;
        context.fillRect(0, 0, 960, 1280);
      };
      draw();
      setInterval(draw, 60);
      return canvas.captureStream(15);
    };
    navigator.mediaDevices.getUserMedia = async (asked) => {
      state.asked.push(asked!);
      if (!state.answers) await new Promise<void>((resolve) => state.waiting.push(resolve));
      return stream();
    };
    navigator.mediaDevices.enumerateDevices = () =>
      Promise.resolve(
        ['front', 'back', 'wide'].map(
          (label) => ({ kind: 'videoinput', deviceId: label, groupId: '', label }) as MediaDeviceInfo
        )
      );
  }, answers);
}

const set = (page: Page, change: Partial<Drawn>) =>
  page.evaluate((given) => {
    const { drawn } = window as unknown as { drawn: Drawn };
    Object.assign(drawn, given);
    if (given.answers) for (const answer of drawn.waiting.splice(0)) answer();
  }, change);
const openings = (page: Page) =>
  page.evaluate(() => (window as unknown as { drawn: Drawn }).drawn.asked.length);
const playing = (page: Page) =>
  expect
    .poll(() =>
      page.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth > 0 && !video.paused)
    )
    .toBe(true);

test('a question that is answered late: told with a way on, and the camera opens by itself then', async ({
  page
}) => {
  await drawnCamera(page, false);
  await toRegister(page);
  await expect(told(page, 'slow')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByTestId('reopen-camera')).toBeEnabled();
  await expect(page.getByTestId('type-details')).toBeEnabled();
  await set(page, { answers: true });
  await playing(page);
  await expect(told(page, 'slow')).toBeHidden();
});

test('a browser that does not tell of permissions: a refused camera is told all the same', async ({
  page
}) => {
  await page.addInitScript(() => {
    navigator.permissions.query = () => new Promise(() => undefined);
    navigator.mediaDevices.enumerateDevices = () => new Promise(() => undefined);
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await toRegister(page);
  await expect(told(page, 'denied')).toBeVisible();
});

for (const [title, refusal] of [
  ['is refused', "Promise.reject(new DOMException('', 'NotAllowedError'))"],
  ['is never answered', 'new Promise(() => undefined)']
] as const)
  test(`a video whose play ${title}: asks for a touch, and plays then`, async ({ page }) => {
    await drawnCamera(page);
    await page.addInitScript(`
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function () {
        return navigator.userActivation.isActive && window.touched ? play.call(this) : ${refusal};
      };`);
    await toRegister(page);
    const touch = page.getByTestId('camera-touch');
    await expect(touch).toBeVisible({ timeout: 20_000 });
    await page.evaluate(() => Object.assign(window, { touched: true }));
    await touch.click();
    await playing(page);
    await expect(touch).toBeHidden();
  });

test('a picture that stands still: told, opened anew, and never photographed', async ({ page }) => {
  await drawnCamera(page);
  await toRegister(page);
  await typeDetails(page);
  await toCapture(page);
  await playing(page);
  const before = await openings(page);
  await set(page, { moving: false });
  await expect.poll(() => openings(page), { timeout: 30_000 }).toBeGreaterThan(before);
  await expect(told(page, 'frozen')).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('shutter').click();
  await expect(told(page, 'frozen')).toBeVisible();
  await expect(page).toHaveURL(/\/capture$/);
  await expect(page.getByTestId('reopen-camera')).toBeEnabled();
  await set(page, { moving: true });
  await expect(told(page, 'frozen')).toBeHidden();
  await playing(page);
});

test('a call takes the camera: told with a button, on the scan page too', async ({ page }) => {
  await drawnCamera(page);
  await toRegister(page);
  await playing(page);
  await page
    .locator('video')
    .evaluate((video: HTMLVideoElement) =>
      (video.srcObject as MediaStream).getVideoTracks()[0]!.dispatchEvent(new Event('mute'))
    );
  await expect(told(page, 'paused')).toBeVisible();
  await page.getByTestId('reopen-camera').click();
  await expect(told(page, 'paused')).toBeHidden();
  await playing(page);
});

test('a choice of lens on the scan page, as at the camera', async ({ page }) => {
  await drawnCamera(page);
  await toRegister(page);
  await playing(page);
  await expect(page.getByTestId('switch-camera')).toBeEnabled();
  await page.getByTestId('lens').selectOption('wide');
  await playing(page);
  const last = await page.evaluate(() => (window as unknown as { drawn: Drawn }).drawn.asked.at(-1)!.video);
  expect(last).toMatchObject({ deviceId: { exact: 'wide' } });
});
