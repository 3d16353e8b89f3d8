import type { Plane } from '../../image/image';
import type { HeadGeometry } from '../../protocol';
import { percent } from '../tools/quality';
import type { Measure, MeasureInput } from '../measure';

/** Where the shoulders' outline is looked at beside the face's centre, and how often, in face widths. */
const from = 0.65;
const to = 0.9;
const step = 0.05;

/**
 * Slope between both shoulders by the matte's outline, in degrees; positive: the picture's right one is lower. Null where
 * a shoulder is outside the picture or hair hides it. Our own.
 */
export const shouldersLevel: Measure = {
  id: 'shoulders.level',
  unit: '°',
  value({ image, geometry, matte }) {
    const line = geometry && matte && shoulders(image, geometry, matte);
    return line && (Math.atan2(line[3] - line[1], line[2] - line[0]) * 180) / Math.PI;
  },
  quality: (value) => percent(100 - 5 * Math.abs(value)),
  regions({ image, geometry, matte }) {
    const line = geometry && matte && shoulders(image, geometry, matte);
    return line ? [[...line]] : [];
  }
};

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

function shoulders(image: MeasureInput['image'], geometry: HeadGeometry, matte: Plane): Line | null {
  const width = geometry.faceRight - geometry.faceLeft;
  const side = (sign: number): number | null => {
    const heights: number[] = [];
    for (let d = from; d <= to + 1e-9; d += step) {
      const y = outline(image, matte, geometry.centreX + sign * d * width, geometry.eyeY);
      if (y === null) return null;
      heights.push(y);
    }
    // Beside hair that hangs outwards the outline is far above the chest.
    if (Math.min(...heights) < geometry.eyeY + 0.6 * (geometry.chinY - geometry.eyeY)) return null;
    return heights.reduce((sum, y) => sum + y, 0) / heights.length;
  };
  const [left, right] = [side(-1), side(1)];
  if (left === null || right === null) return null;
  const reach = ((from + to) / 2) * width;
  return [geometry.centreX - reach, left, geometry.centreX + reach, right];
}

/** The first row of the person in a column from the eye line downwards; null where there is none. */
function outline(
  { width, height }: MeasureInput['image'],
  matte: Plane,
  x: number,
  top: number
): number | null {
  const column = Math.floor((x * matte.width) / width);
  if (column < 0 || column >= matte.width) return null;
  for (let row = Math.max(0, Math.floor((top * matte.height) / height)); row < matte.height; row++)
    if (matte.data[row * matte.width + column]! >= 0.5) return ((row + 0.5) * height) / matte.height;
  return null;
}
