import { createPlane, type Plane, type RgbaImage } from '../../image/image';
import { lumaAt } from '../../image/luminance';

/** Luma of every pixel over `white`. */
export function lumaPlane(image: RgbaImage, white: number): Plane {
  const plane = createPlane(image.width, image.height);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = lumaAt(image, i * 4) / white;
  return plane;
}

/** Gaussian blur of standard deviation `sigma` pixels; beyond the border its pixels repeat. */
export function gaussian(plane: Plane, sigma: number): Plane {
  const weights = gaussianWeights(sigma);
  return downColumns(alongRows(plane, weights, weights.length >> 1), weights, weights.length >> 1);
}

/** One pixel of `gaussian`, for where few are asked: each costs a square of the weights' side. */
export function gaussianAt({ width, height, data }: Plane, sigma: number, at: number): number {
  const weights = gaussianWeights(sigma);
  const reach = weights.length >> 1;
  const x = at % width;
  const y = Math.floor(at / width);
  let sum = 0;
  for (let j = 0; j < weights.length; j++) {
    const row = Math.max(0, Math.min(height - 1, y + j - reach)) * width;
    let value = 0;
    for (let i = 0; i < weights.length; i++)
      value += weights[i]! * data[row + Math.max(0, Math.min(width - 1, x + i - reach))]!;
    sum += weights[j]! * value;
  }
  return sum;
}

/** Up to three standard deviations to each side, adding up to 1. */
function gaussianWeights(sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2))
  );
  const sum = kernel.reduce((a, b) => a + b, 0);
  return Float32Array.from(kernel, (value) => value / sum);
}

function alongRows({ width, height, data }: Plane, weights: Float32Array, reach: number): Plane {
  const result = createPlane(width, height);
  const last = width - 1;
  for (let row = 0; row < data.length; row += width)
    for (let x = 0; x < width; x++) {
      let value = 0;
      // Written out: this is where the time goes.
      if (x >= reach && x + reach <= last) {
        const first = row + x - reach;
        for (let k = 0; k < weights.length; k++) value += weights[k]! * data[first + k]!;
      } else
        for (let k = 0; k < weights.length; k++)
          value += weights[k]! * data[row + Math.max(0, Math.min(last, x + k - reach))]!;
      result.data[row + x] = value;
    }
  return result;
}

/** Row by row, as the memory lies. */
function downColumns({ width, height, data }: Plane, weights: Float32Array, reach: number): Plane {
  const result = createPlane(width, height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let k = 0; k < weights.length; k++) {
      const weight = weights[k]!;
      const from = Math.max(0, Math.min(height - 1, y + k - reach)) * width;
      for (let x = 0; x < width; x++) sums[x]! += weight * data[from + x]!;
    }
    result.data.set(sums, y * width);
  }
  return result;
}

/**
 * How much brighter than around it, in the plane's own levels at scale `sigma`: `dots` than on every side (the lesser
 * curvature, so that edges, strands and wrinkles do not count), `lines` than on two sides (the greater one).
 */
export function curvature(plane: Plane, sigma: number): { dots: Plane; lines: Plane } {
  const { width, height, data } = gaussian(plane, sigma);
  const dots = createPlane(width, height);
  const lines = createPlane(width, height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const centre = 2 * data[at]!;
      const xx = data[at + 1]! + data[at - 1]! - centre;
      const yy = data[at + width]! + data[at - width]! - centre;
      const cross = data[at + width + 1]! + data[at - width - 1]!;
      const xy = (cross - data[at + width - 1]! - data[at - width + 1]!) / 4;
      const middle = (xx + yy) / 2;
      // Not `hypot`, which guards against an overflow that cannot come here and takes most of the time.
      const half = Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2);
      dots.data[at] = -(middle + half) * sigma ** 2;
      lines.data[at] = -(middle - half) * sigma ** 2;
    }
  return { dots, lines };
}
