import type { RgbaImage } from './image';

/** Pixels of a part of a bitmap (whole pixels, inside it), scaled to `width` × `height` where given. */
export function readPixels(
  bitmap: ImageBitmap,
  part: { x: number; y: number; width: number; height: number },
  { width, height }: { width: number; height: number } = part
): RgbaImage {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, part.x, part.y, part.width, part.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
