import { lumaAt } from '../../image/luminance';
import type { Plane } from '../../image/image';
import { quantile } from '../../image/statistics';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { besideHead } from '../tools/wall';

/** Longer side the picture is looked at with, in pixels: keeps the gradient independent of the camera. */
const referenceSide = 320;
/** How far, in sampled pixels, the background keeps from the sitter. */
const margin = 6;
/** Every how many sampled pixels each way the gradient is taken: its mean needs no more. */
const sparse = 3;
/** Share of the gradients that counts, from the weakest on: the rest is what a coarse mask leaves of the sitter. */
const kept = 0.95;
/** Places that are too few to tell. */
const few = 20;
/** The matte of what is surely wall. */
const surelyWall = 0.1;

/**
 * Mean Sobel magnitude of luma over the background but its strongest twentieth, in levels. The background is where the matte is below 0.1
 * within a margin, or without a matte everything above the chin further than 0.9 face widths from the face's
 * centre. After ISO/IEC 29794-5 BackgroundUniformity.
 */
export const backgroundUniform: Measure = {
  id: 'background.uniform',
  unit: '',
  value({ image, geometry, matte }) {
    const step = Math.max(1, Math.round(Math.max(image.width, image.height) / referenceSide));
    const isWall = matte ? wallByMatte(matte, image, step) : geometry && besideHead(geometry);
    if (!isWall) return null;
    const dx = 4 * step;
    const dy = 4 * step * image.width;
    const gradients: number[] = [];
    for (let y = step; y < image.height - step; y += sparse * step)
      for (let x = step; x < image.width - step; x += sparse * step) {
        if (!isWall(x, y)) continue;
        const at = (y * image.width + x) * 4;
        const luma = (offset: number) => lumaAt(image, at + offset);
        const gx =
          luma(dx - dy) + 2 * luma(dx) + luma(dx + dy) - luma(-dx - dy) - 2 * luma(-dx) - luma(dy - dx);
        const gy =
          luma(dy - dx) + 2 * luma(dy) + luma(dy + dx) - luma(-dy - dx) - 2 * luma(-dy) - luma(dx - dy);
        gradients.push(Math.hypot(gx, gy));
      }
    if (gradients.length <= few) return null;
    const most = quantile(gradients, kept);
    const weaker = gradients.filter((gradient) => gradient <= most);
    return weaker.reduce((sum, gradient) => sum + gradient, 0) / weaker.length;
  },
  quality: (value) => percent(190 * (1 - sigmoid(value, 10, 100)))
};

type IsWall = (x: number, y: number) => boolean;

function wallByMatte(matte: Plane, image: { width: number; height: number }, step: number): IsWall {
  const sx = matte.width / image.width;
  const sy = matte.height / image.height;
  const reach = margin * step;
  const person = (x: number, y: number) => {
    const column = Math.min(matte.width - 1, Math.max(0, Math.floor(x * sx)));
    const row = Math.min(matte.height - 1, Math.max(0, Math.floor(y * sy)));
    return matte.data[row * matte.width + column]! > surelyWall;
  };
  return (x, y) =>
    !person(x, y) &&
    !person(x - reach, y) &&
    !person(x + reach, y) &&
    !person(x, y - reach) &&
    !person(x, y + reach);
}
