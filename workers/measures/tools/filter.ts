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
  const reach = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2))
  );
  const sum = kernel.reduce((a, b) => a + b, 0);
  const weights = Float32Array.from(kernel, (value) => value / sum);
  return along(along(plane, weights, reach, 1), weights, reach, plane.width);
}

/** One pass, along rows (`stride` 1) or columns (`stride` the width). */
function along({ width, height, data }: Plane, weights: Float32Array, reach: number, stride: number): Plane {
  const result = createPlane(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [here, last] = stride === 1 ? [x, width - 1] : [y, height - 1];
      const start = y * width + x - here * stride;
      let value = 0;
      for (let k = -reach; k <= reach; k++)
        value += weights[k + reach]! * data[start + Math.max(0, Math.min(last, here + k)) * stride]!;
      result.data[y * width + x] = value;
    }
  return result;
}

/**
 * How much brighter than around it, in the plane's own levels at scale `sigma`: `dots` than on every side (the lesser
 * curvature, so that edges, strands and wrinkles do not count), `lines` than on two sides (the greater one).
 */
export function curvature(plane: Plane, sigma: number): { dots: Plane; lines: Plane } {
  const { width, height, data } = gaussian(plane, sigma);
  const [dots, lines] = [createPlane(width, height), createPlane(width, height)];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const centre = 2 * data[at]!;
      const xx = data[at + 1]! + data[at - 1]! - centre;
      const yy = data[at + width]! + data[at - width]! - centre;
      const cross = data[at + width + 1]! + data[at - width - 1]!;
      const xy = (cross - data[at + width - 1]! - data[at - width + 1]!) / 4;
      const [middle, half] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
      dots.data[at] = -(middle + half) * sigma ** 2;
      lines.data[at] = -(middle - half) * sigma ** 2;
    }
  return { dots, lines };
}
