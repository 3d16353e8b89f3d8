import type { HeadGeometry } from '../../face/head-geometry';
import { oncePerScene } from '../scene';

/** How far from the face's centre the wall begins beside the head, in face widths. */
const aside = 0.9;
/** Every how many pixels each way the wall beside the head is looked at, and how many of these tell its colour. */
const sparse = 4;
const fewest = 50;
/** Whether a place is wall without a matte telling it: above the chin, well beside the head. */
export function besideHead({ centreX, chinY, faceLeft, faceRight }: HeadGeometry) {
  const reach = aside * (faceRight - faceLeft);
  return (x: number, y: number) => y < chinY && Math.abs(x - centreX) > reach;
}

/** Byte offsets of sparse pixels of the wall beside the head; null where too little of it is seen. */
export const wallBesideHead = oncePerScene(({ image, geometry }): readonly number[] | null => {
  if (!geometry) return null;
  const isWall = besideHead(geometry);
  const offsets: number[] = [];
  for (let y = 0; y < Math.min(image.height, geometry.chinY); y += sparse)
    for (let x = 0; x < image.width; x += sparse) if (isWall(x, y)) offsets.push((y * image.width + x) * 4);
  return offsets.length < fewest ? null : offsets;
});
