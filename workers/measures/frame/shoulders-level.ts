import type { Plane, RgbaImage } from '../../image/image';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';

/** Where the shoulders' outline is looked at beside the face's centre, and how often, in face widths. */
const from = 0.65;
const to = 0.9;
const step = 0.05;
/** Outline above this, in eye-to-chin lengths below the eyes, is of hair that hangs outwards. */
const highest = 0.6;
/** What adding up steps may lose. */
const rounding = 1e-9;

/**
 * Slope between both shoulders by the matte's outline, in degrees; positive: the picture's right one is lower. Null where
 * a shoulder is outside the picture or hair hides it. Our own.
 */
export const shouldersLevel: Measure = {
  id: 'shoulders.level',
  unit: '°',
  value(scene) {
    const line = shoulders(scene);
    return line && (Math.atan2(line[3] - line[1], line[2] - line[0]) * 180) / Math.PI;
  },
  quality: (value) => percent(100 - 5 * Math.abs(value)),
  regions(scene) {
    const line = shoulders(scene);
    return line ? [[...line]] : [];
  }
};

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

const shoulders = oncePerScene(({ image, geometry, matte }): Line | null => {
  if (!geometry || !matte) return null;
  const width = geometry.faceRight - geometry.faceLeft;
  const side = (sign: number): number | null => {
    const heights: number[] = [];
    for (let d = from; d <= to + rounding; d += step) {
      const y = outline(image, matte, geometry.centreX + sign * d * width, geometry.eyeY);
      if (y === null) return null;
      heights.push(y);
    }
    if (Math.min(...heights) < geometry.eyeY + highest * (geometry.chinY - geometry.eyeY)) return null;
    return heights.reduce((sum, y) => sum + y, 0) / heights.length;
  };
  const left = side(-1);
  const right = side(1);
  if (left === null || right === null) return null;
  const reach = ((from + to) / 2) * width;
  return [geometry.centreX - reach, left, geometry.centreX + reach, right];
});

/** The first row of the person in a column from the eye line downwards; null where there is none. */
function outline({ width, height }: RgbaImage, matte: Plane, x: number, top: number): number | null {
  const column = Math.floor((x * matte.width) / width);
  if (column < 0 || column >= matte.width) return null;
  for (let row = Math.max(0, Math.floor((top * matte.height) / height)); row < matte.height; row++)
    if (matte.data[row * matte.width + column]! >= 0.5) return ((row + 0.5) * height) / matte.height;
  return null;
}
