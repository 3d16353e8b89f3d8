import { createImage, type RgbaImage } from '../image/image';
import type { Picture } from '../image/picture';

/** A drawn picture as the recipe reads one. */
export function pictureOf(image: RgbaImage): Picture {
  return {
    width: image.width,
    height: image.height,
    read: (part) => cut(image, part),
    close: () => undefined
  };
}

function cut(
  image: RgbaImage,
  { x, y, width, height }: { x: number; y: number; width: number; height: number }
): RgbaImage {
  const result = createImage(width, height);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * image.width + x) * 4;
    result.data.set(image.data.subarray(from, from + width * 4), row * width * 4);
  }
  return result;
}
