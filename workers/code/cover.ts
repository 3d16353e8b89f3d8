import type { RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import { eachInside } from '../image/region';

/** How far beyond its corners a code is covered, as a share of its own size: its finder patterns reach to them. */
const beyond = 0.08;

/** The picture with the codes that were read painted over in white. */
export function without(picture: RgbaImage, codes: readonly { corners: readonly Point[] }[]): RgbaImage {
  const rest = { ...picture, data: picture.data.slice() };
  for (const { corners } of codes) {
    if (!corners.length) continue;
    const middle = {
      x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
      y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length
    };
    const grown = corners.map(({ x, y }) => ({
      x: middle.x + (1 + 2 * beyond) * (x - middle.x),
      y: middle.y + (1 + 2 * beyond) * (y - middle.y)
    }));
    eachInside(rest, grown, (at) => rest.data.fill(255, at, at + 4), Infinity);
  }
  return rest;
}
