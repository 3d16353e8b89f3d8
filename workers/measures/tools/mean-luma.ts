import type { RgbaImage } from '../../image/image';
import { lumaAt } from '../../image/luminance';
import { eachIn, type Box } from '../../image/region';

/** Mean luma, 0…255, of all pixels in some boxes; null where none lies in the picture. */
export function meanLuma(image: RgbaImage, boxes: readonly Box[]): number | null {
  let sum = 0;
  let count = 0;
  for (const box of boxes)
    eachIn(image, box, (at) => {
      sum += lumaAt(image, at);
      count++;
    });
  return count ? sum / count : null;
}
