import { within } from '$lib/platform/within';
import type { RgbaImage } from '$workers/protocol';
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

/** A small JPEG of a still, to show beside the finished photo. It stays on this device. */
export async function previewOf(still: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, previewSide / Math.max(still.width, still.height));
  return jpegBy(Math.round(still.width * scale), Math.round(still.height * scale), (context, width, height) =>
    context.drawImage(still, 0, 0, width, height)
  );
}

/** A small picture as such a JPEG. */
export const jpegOf = ({ data, width, height }: RgbaImage): Promise<Blob | null> =>
  jpegBy(width, height, (context) => context.putImageData(new ImageData(data, width, height), 0, 0));

async function jpegBy(
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void
): Promise<Blob | null> {
  try {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    draw(canvas.getContext('2d')!, width, height);
    const made = new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
    return await within(previewMs, made);
  } catch {
    // without a preview the check page compares nothing
    return null;
  }
}
