import { afterEach, expect, it, vi } from 'vitest';
import { frameOf } from './frames';

/** A camera frame whose own size is given, as a browser with or without the rotation makes it. */
function browserWith(displayWidth: number, displayHeight: number) {
  const close = vi.fn();
  class Frame {
    displayWidth = displayWidth;
    displayHeight = displayHeight;
    close = close;
  }
  const bitmap = { width: 720, height: 1280 };
  vi.stubGlobal('VideoFrame', Frame);
  vi.stubGlobal('window', { VideoFrame: Frame });
  vi.stubGlobal('createImageBitmap', () => Promise.resolve(bitmap));
  return { Frame, bitmap, close };
}
const video = { videoWidth: 720, videoHeight: 1280 } as HTMLVideoElement;

afterEach(() => vi.unstubAllGlobals());

it('takes a frame that is as the video is shown by reference', async () => {
  const { Frame } = browserWith(720, 1280);
  expect(await frameOf(video)).toBeInstanceOf(Frame);
});

it('copies the shown picture where the frame lies on its side, and frees the frame', async () => {
  const { bitmap, close } = browserWith(1280, 720);
  expect(await frameOf(video)).toBe(bitmap);
  expect(close).toHaveBeenCalledOnce();
});
