import type { RgbaImage } from '../../image/image';
import type { HeadGeometry } from '../../protocol';

/** How far from the face's centre the wall begins beside the head, in face widths. */
const aside = 0.9;

/** Whether a place is wall without a matte telling it: above the chin, well beside the head. */
export function besideHead({ centreX, chinY, faceLeft, faceRight }: HeadGeometry) {
  const reach = aside * (faceRight - faceLeft);
  return (x: number, y: number) => y < chinY && Math.abs(x - centreX) > reach;
}

/** Byte offsets of every `sparse`-th pixel each way of the wall beside the head. */
export function wallBesideHead(image: RgbaImage, geometry: HeadGeometry, sparse: number): number[] {
  const isWall = besideHead(geometry);
  const offsets: number[] = [];
  for (let y = 0; y < Math.min(image.height, geometry.chinY); y += sparse)
    for (let x = 0; x < image.width; x += sparse) if (isWall(x, y)) offsets.push((y * image.width + x) * 4);
  return offsets;
}
