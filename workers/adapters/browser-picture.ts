import { CoreError } from '../errors';
import type { RgbaImage } from '../image/image';
import { wholeOf, type Picture } from '../image/picture';
import type { Window } from '../image/resample';
import type { PictureType } from '../image/sniff';

/** A frame as the page gets it: a `VideoFrame` costs the page nothing, a bitmap is for browsers without. */
export type CameraFrame = VideoFrame | ImageBitmap;

/** A still of the camera, as it crosses to the worker. */
export type Still = ImageBitmap;

/** A picture that the browser holds; read through a canvas. */
export class BrowserPicture implements Picture {
  /**
   * @param bitmap owned by this picture from here on
   * @param canvas to read through, where several pictures share one
   */
  constructor(
    readonly bitmap: ImageBitmap,
    private readonly canvas = new OffscreenCanvas(1, 1)
  ) {}

  get width(): number {
    return this.bitmap.width;
  }

  get height(): number {
    return this.bitmap.height;
  }

  read(part: Window): RgbaImage {
    return readBitmap(this.bitmap, part, this.canvas, part);
  }

  close(): void {
    this.bitmap.close();
  }
}

/** A camera frame as a bitmap; the frame is closed. */
export async function bitmapOf(frame: CameraFrame): Promise<ImageBitmap> {
  if (frame instanceof ImageBitmap) return frame;
  try {
    return await createImageBitmap(frame);
  } finally {
    frame.close();
  }
}

/** Draws a part of a bitmap on a canvas, which takes that size, and reads it back; on `ground` where given. */
export function readBitmap(
  bitmap: ImageBitmap,
  part: Window,
  canvas: OffscreenCanvas,
  { width, height }: { width: number; height: number },
  ground?: string
): RgbaImage {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.clearRect(0, 0, width, height);
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(bitmap, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/**
 * The browser's own decoder: upright (EXIF orientation applied).
 *
 * @throws CoreError `file.corrupt` when it refuses the file, `file.type` for HEIF, which not every browser decodes
 */
export async function decodePicture(
  bytes: Uint8Array<ArrayBuffer>,
  type: PictureType
): Promise<BrowserPicture> {
  try {
    const file = new Blob([bytes], { type: `image/${type === 'heif' ? 'heic' : type}` });
    return new BrowserPicture(await createImageBitmap(file));
  } catch (cause) {
    throw new CoreError(type === 'heif' ? 'file.type' : 'file.corrupt', { cause });
  }
}

/** What a library that takes a browser's picture is given of ours. */
export const nativeOf = (picture: Picture | RgbaImage): ImageBitmap | ImageData => {
  if (picture instanceof BrowserPicture) return picture.bitmap;
  const { data, width, height } = 'data' in picture ? picture : picture.read(wholeOf(picture));
  return new ImageData(data, width, height);
};
