import type { Plane, RgbaImage } from '../../image/image';
import type { Measure } from '../measure';
import { percent } from '../tools/quality';

/** Half the distance between the two places that are compared across the outline, in face widths. */
const reach = 0.09;
/** Rows looked at between crown and eyes. */
const rows = 40;
/** Half side of the square that is averaged, in face widths. */
const patch = 0.02;

/**
 * How much the head differs from the wall behind it: the levels (root mean square over r, g, b) between just inside
 * and just outside the matte's outline, left and right, from the crown to the eyes; the lower quartile of all. Near 0
 * nothing can tell hair from wall. Needs a matte.
 */
export const backgroundContrast: Measure = {
  id: 'background.contrast',
  unit: '',
  value({ image, geometry, matte }) {
    if (!geometry || !matte) return null;
    const width = geometry.faceRight - geometry.faceLeft;
    const differences: number[] = [];
    for (let row = 0; row < rows; row++) {
      const y = geometry.crownY + ((row + 2) / (rows + 2)) * (geometry.eyeY - geometry.crownY);
      for (const side of [-1, 1]) {
        const edge = outline(matte, image, y, geometry.centreX, side, width);
        if (edge === null) continue;
        const inner = mean(image, edge - side * reach * width, y, patch * width);
        const outer = mean(image, edge + side * reach * width, y, patch * width);
        if (!inner || !outer) continue;
        const squares = inner.reduce((sum, level, c) => sum + (level - outer[c]!) ** 2, 0);
        differences.push(Math.sqrt(squares / 3));
      }
    }
    if (differences.length < rows / 2) return null;
    return differences.sort((a, b) => a - b)[differences.length >> 2]!;
  },
  quality: (value) => percent(value * 2)
};

/** Where the matte ends on a row, going outwards from the face's centre; null where it does not. */
function outline(
  matte: Plane,
  image: RgbaImage,
  y: number,
  centreX: number,
  side: number,
  faceWidth: number
): number | null {
  const sx = matte.width / image.width;
  const sy = matte.height / image.height;
  const line = Math.floor(y * sy) * matte.width;
  if (y < 0 || y >= image.height) return null;
  let inside = false;
  for (let step = 0; step < 1.2 * faceWidth; step++) {
    const x = centreX + side * step;
    if (x < 0 || x >= image.width) return null;
    const covered = matte.data[line + Math.floor(x * sx)]! >= 0.5;
    if (inside && !covered) return x;
    inside ||= covered;
  }
  return null;
}

function mean(image: RgbaImage, x: number, y: number, half: number): [number, number, number] | null {
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let j = Math.round(y - half); j <= y + half; j++)
    for (let i = Math.round(x - half); i <= x + half; i++) {
      if (i < 0 || j < 0 || i >= image.width || j >= image.height) return null;
      const at = (j * image.width + i) * 4;
      for (let c = 0; c < 3; c++) sums[c]! += image.data[at + c]!;
      count++;
    }
  return count ? [sums[0] / count, sums[1] / count, sums[2] / count] : null;
}
