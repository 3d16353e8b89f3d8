import type { RgbaImage } from '../image/image';

/** Longer side a picture is read at: a code that fills it has more pixels a module than any decoder needs. */
const maxSide = 4096;

/** Pixels of a bitmap on white (a transparent ground would read as black), and the scale they were read at. */
export function readOnWhite(bitmap: ImageBitmap): { picture: RgbaImage; scale: number } {
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  return { picture: context.getImageData(0, 0, width, height), scale };
}
