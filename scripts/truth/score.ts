import { createPlane, type Plane, type RgbaImage } from '../../workers/image/image';
import { colourDifference, labOf } from '../../workers/image/lab';

/** What is true of a cropped picture: alpha, and how it looks on the flat colour. */
export interface Truth {
  alpha: Plane;
  /** r, g, b interleaved, levels 0…255, unrounded. */
  flat: Float32Array;
}

export interface Score {
  /** Mean absolute difference of alpha in the band, 0…1. */
  mad: number;
  /** Mean absolute difference of alpha's gradient magnitude in the band. */
  gradient: number;
  /** Mean CIEDE2000 against the true picture on the flat colour, in the band. */
  colour: number;
}

/** Half-width in pixels of the band around everything partly covered that is scored. */
const bandReach = 8;

export function score(alpha: Plane, picture: RgbaImage, truth: Truth): Score {
  const band = bandOf(truth.alpha);
  const [found, right] = [gradient(alpha), gradient(truth.alpha)];
  let [mad, slope, colour, count] = [0, 0, 0, 0];
  band.forEach((inside, at) => {
    if (!inside) return;
    count++;
    mad += Math.abs(alpha.data[at]! - truth.alpha.data[at]!);
    slope += Math.abs(found[at]! - right[at]!);
    const i = at * 3;
    const seen = labOf(picture.data[at * 4]!, picture.data[at * 4 + 1]!, picture.data[at * 4 + 2]!);
    colour += colourDifference(seen, labOf(truth.flat[i]!, truth.flat[i + 1]!, truth.flat[i + 2]!));
  });
  return { mad: mad / count, gradient: slope / count, colour: colour / count };
}

/** 1 within `bandReach` (in each direction) of a partly covered pixel. */
function bandOf({ width, height, data }: Plane): Uint8Array {
  const band = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const a = data[y * width + x]!;
      if (a < 0.01 || a > 0.99) continue;
      for (let j = Math.max(0, y - bandReach); j <= Math.min(height - 1, y + bandReach); j++)
        band.fill(1, j * width + Math.max(0, x - bandReach), j * width + Math.min(width, x + bandReach + 1));
    }
  return band;
}

function gradient({ width, height, data }: Plane): Float32Array {
  const slope = createPlane(width, height).data;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      slope[at] = Math.hypot(data[at + 1]! - data[at - 1]!, data[at + width]! - data[at - width]!) / 2;
    }
  return slope;
}
