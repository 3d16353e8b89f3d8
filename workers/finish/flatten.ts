import type { Colour } from '../standard/colours';
import { createImage, type Plane, type RgbaImage } from '../image/image';

/**
 * The sitter on one flat colour. Where alpha is 1 the picture's own pixels are copied, where it is 0 the colour,
 * both exactly; only between are `foreground` (r, g, b interleaved, 0…1) and colour mixed, in gamma-encoded
 * levels, in which the edge was blended by the camera.
 */
export function flatten(
  image: RgbaImage,
  alpha: Plane,
  foreground: Float32Array,
  [r, g, b]: Colour
): RgbaImage {
  const result = createImage(image.width, image.height);
  const flat = [r, g, b];
  for (let i = 0; i < alpha.data.length; i++) {
    const a = alpha.data[i]!;
    for (let c = 0; c < 3; c++)
      result.data[i * 4 + c] =
        a >= 1
          ? image.data[i * 4 + c]!
          : a <= 0
            ? flat[c]!
            : Math.round(255 * a * foreground[i * 3 + c]! + (1 - a) * flat[c]!);
  }
  return result;
}
