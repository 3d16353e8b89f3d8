import { sizeOf } from '$lib/core/camera-frame';
import { within } from '$lib/platform/within';
import type { CameraFrame } from '$workers/protocol';
import { frameOf } from './frames';

/** A 3:4 crop of a frame this high and wide has twice the finished photo's pixels: a still adds nothing. */
const enough = { width: 960, height: 1280 };
/** How much more, in pixels, a still must promise to be worth its wait. */
const worthwhile = 1.5;
/** Longer side, in pixels, of a still as the view shows it for the moment that it is looked at. */
const shownSide = 960;
/** Some drivers never answer. */
const patienceMs = 3000;

/**
 * A still from an open camera, as the sensor saw it: the camera's own photo where that has clearly more pixels
 * than the video and the video has too few, else the frame that was on screen. Null when there is neither.
 */
export async function takeStill(
  video: HTMLVideoElement,
  stream: MediaStream | null
): Promise<CameraFrame | null> {
  const frame = await frameOf(video);
  const track = stream?.getVideoTracks()[0];
  if (!frame || !track) return frame;
  const { width, height } = sizeOf(frame);
  if (width >= enough.width && height >= enough.height) return frame;
  const photo = await photoOf(track, width * height * worthwhile);
  if (!photo) return frame;
  frame.close();
  return photo;
}

/** The camera's own photo, null where it cannot take one of at least `pixels`. */
async function photoOf(track: MediaStreamTrack, pixels: number): Promise<ImageBitmap | null> {
  if (!('ImageCapture' in window)) return null;
  try {
    const capture = new ImageCapture(track);
    const { imageWidth, imageHeight } = await inTime(capture.getPhotoCapabilities());
    const width = imageWidth?.max ?? 0;
    const height = imageHeight?.max ?? 0;
    if (width * height < pixels) return null;
    const photo = await createImageBitmap(
      await inTime(capture.takePhoto({ imageWidth: width, imageHeight: height }))
    );
    if (photo.width * photo.height >= pixels) return photo;
    photo.close();
  } catch {
    // No photo mode, or one that failed: the frame serves.
  }
  return null;
}

const inTime = <T>(work: Promise<T>): Promise<T> => within(patienceMs, work);

/** Puts a still before the eyes, no larger than they need: a whole one costs the page's thread its time. */
export function drawStill(canvas: HTMLCanvasElement, still: CameraFrame): void {
  const { width, height } = sizeOf(still);
  const scale = Math.min(1, shownSide / Math.max(width, height));
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  canvas.getContext('2d')?.drawImage(still, 0, 0, canvas.width, canvas.height);
}
