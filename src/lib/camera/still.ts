import { within } from '$lib/platform/within';
import { bitmapOf, frameOf } from './frames';

/** Longer side of the picture kept for comparison on the check page. */
const previewSide = 1280;
/** A 3:4 crop of a frame this high and wide has twice the finished photo's pixels: a still adds nothing. */
const enough = { width: 960, height: 1280 };
/** How much more, in pixels, a still must promise to be worth its wait. */
const worthwhile = 1.5;
/** Some drivers never answer. */
const patienceMs = 3000;
/** A large file takes some seconds to be opened on a slow phone. */
const previewMs = 15_000;

/**
 * A still from an open camera, as the sensor saw it: the camera's own photo where that has clearly more pixels
 * than the video and the video has too few, else the frame that was on screen. Null when there is neither.
 */
export async function takeStill(
  video: HTMLVideoElement,
  stream: MediaStream | null
): Promise<ImageBitmap | null> {
  const seen = await frameOf(video);
  const frame = seen && (await bitmapOf(seen));
  const track = stream?.getVideoTracks()[0];
  if (!frame || !track || (frame.width >= enough.width && frame.height >= enough.height)) return frame;
  const photo = await photoOf(track, frame.width * frame.height * worthwhile);
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

/**
 * A small JPEG of a picture, to show beside the finished photo. It stays on this device.
 *
 * @param size of a file's picture, so that a large one is not held in full
 */
export async function previewOf(
  source: ImageBitmap | Blob,
  size?: { width: number; height: number }
): Promise<Blob | null> {
  try {
    const bitmap =
      source instanceof ImageBitmap
        ? source
        : await within(previewMs, createImageBitmap(source, reducedBy(size)));
    const scale = Math.min(1, previewSide / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    if (bitmap !== source) bitmap.close();
    return await within(previewMs, canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }));
  } catch {
    // without a preview the check page compares nothing
    return null;
  }
}

/** How to decode a picture of a size no larger than the preview; as it is where it is small. */
function reducedBy(size?: { width: number; height: number }): ImageBitmapOptions {
  const scale = size ? previewSide / Math.max(size.width, size.height) : 1;
  return size && scale < 1 ? { resizeWidth: Math.round(size.width * scale), resizeQuality: 'high' } : {};
}
