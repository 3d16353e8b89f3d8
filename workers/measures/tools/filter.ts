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
