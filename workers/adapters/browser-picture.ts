import { CoreError, type CoreErrorCode } from '../errors';
import { isEmpty, type RgbaImage } from '../image/image';
import { wholeOf, type Picture } from '../image/picture';
import type { Window } from '../image/resample';
import type { PictureType, Sniffed } from '../image/sniff';
import { pixelCanvas } from './canvas';

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
    private readonly canvas = pixelCanvas()
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

/** How often a frame that comes out empty is read. */
const readings = 4;

/** A still as a picture, read again where nothing came: WebKitGTK reads one or the other frame as transparent. */
export async function stillOf(frame: CameraFrame): Promise<BrowserPicture> {
  if (frame instanceof ImageBitmap) return new BrowserPicture(frame);
  try {
    let picture = new BrowserPicture(await createImageBitmap(frame));
    for (let reading = 1; reading < readings && isEmpty(middleOf(picture)); reading++) {
      picture.close();
      picture = new BrowserPicture(await createImageBitmap(frame));
    }
    return picture;
  } finally {
    frame.close();
  }
}

const middleOf = (picture: Picture): RgbaImage =>
  picture.read({ x: picture.width >> 1, y: picture.height >> 1, width: 1, height: 1 });

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
  // Without a ground what is drawn takes the place of what was there, which saves clearing it.
  context.globalCompositeOperation = ground ? 'source-over' : 'copy';
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  context.drawImage(bitmap, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** Pixels of a canvas, and of decoded pictures in general, that every phone holds. */
const roomy = 4096 * 4096;

/**
 * The browser's own decoder: upright where the file's kind makes it so in every browser (JPEG, HEIF). A picture that
 * it refuses in full for its size is decoded smaller, by the browser's own filter: there is no other way to it.
 *
 * @throws CoreError `file.corrupt` when it refuses the file, `file.heic` and `file.type` for HEIC and AVIF, which not
 *   every browser decodes
 */
export async function decodePicture(
  bytes: Uint8Array<ArrayBuffer>,
  { type, size }: Sniffed
): Promise<BrowserPicture> {
  const file = new Blob([bytes], { type: `image/${type === 'heif' ? 'heic' : type}` });
  try {
    return new BrowserPicture(await createImageBitmap(file));
  } catch (cause) {
    const smaller = size && size.width * size.height > roomy ? await decodedSmaller(file, size) : null;
    if (smaller) return smaller;
    throw new CoreError(refusals[type] ?? 'file.corrupt', { cause });
  }
}

const refusals: Partial<Record<PictureType, CoreErrorCode>> = { heif: 'file.heic', avif: 'file.type' };

/** Whichever way it lies, no side is longer than the shorter one may be. */
async function decodedSmaller(
  file: Blob,
  { width, height }: { width: number; height: number }
): Promise<BrowserPicture | null> {
  try {
    const resizeWidth = Math.round(Math.min(width, height) * Math.sqrt(roomy / (width * height)));
    return new BrowserPicture(await createImageBitmap(file, { resizeWidth, resizeQuality: 'high' }));
  } catch {
    // the first refusal is the one to tell
    return null;
  }
}

/** What a library that takes a browser's picture is given of ours. */
export const nativeOf = (picture: Picture | RgbaImage): ImageBitmap | ImageData => {
  if (picture instanceof BrowserPicture) return picture.bitmap;
  const { data, width, height } = 'data' in picture ? picture : picture.read(wholeOf(picture));
  return new ImageData(data, width, height);
};
