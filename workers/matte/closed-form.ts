import type { Plane, RgbaImage } from '../image/image';
import { Known } from './trimap';

/** Pixels of a 3 × 3 window. */
const windowSize = 9;
/** Regularisation of the colour line, in squared units of 0…1 colour. */
const epsilon = 1e-5;
/** Squared residual at which the solution stops changing visibly. */
const tolerance = 1e-6;

/**
 * Closed-form matting (Levin, Lischinski and Weiss, TPAMI 2008) in the unknown band only: alpha minimises the
 * matting Laplacian with the known pixels held fixed. Solved without a matrix by conjugate gradients; the product
 * with the Laplacian by per-window colour lines (He, Sun and Tang, CVPR 2010).
 *
 * @param known one `Known` per pixel
 * @param start first guess of alpha, 0…1
 * @param iterations at most this many
 * @returns alpha 0…1
 */
export function closedForm(image: RgbaImage, known: Uint8Array, start: Plane, iterations: number): Plane {
  const { width, height } = image;
  const colours = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < 3; c++) colours[i * 3 + c] = image.data[i * 4 + c]! / 255;

  const windows = windowsTouching(known, width, height);
  const offsets = Int32Array.from(
    { length: windowSize },
    (_, k) => (Math.floor(k / 3) - 1) * width + (k % 3) - 1
  );
  const { means, inverses } = colourLines(colours, windows, offsets);
  const multiply = laplacian(colours, windows, offsets, means, inverses);

  const alpha = Float32Array.from(start.data, (value, at) =>
    known[at] === Known.unknown ? value : known[at] === Known.foreground ? 1 : 0
  );
  const unknown = Int32Array.from(indices(known, Known.unknown));
  solve(multiply, alpha, unknown, iterations);
  for (const at of unknown) alpha[at] = Math.max(0, Math.min(1, alpha[at]!));
  return { width, height, data: alpha };
}

function* indices(known: Uint8Array, value: Known): Generator<number> {
  for (let at = 0; at < known.length; at++) if (known[at] === value) yield at;
}

/** Centres of the 3 × 3 windows that hold an unknown pixel. */
function windowsTouching(known: Uint8Array, width: number, height: number): Int32Array {
  const centres: number[] = [];
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let touches = false;
      for (let row = at - width; row <= at + width && !touches; row += width)
        touches = !known[row - 1] || !known[row] || !known[row + 1];
      if (touches) centres.push(at);
    }
  return Int32Array.from(centres);
}

/** Per window: the mean colour, and the upper triangle of the inverse of its regularised covariance. */
function colourLines(colours: Float32Array, windows: Int32Array, offsets: Int32Array) {
  const means = new Float32Array(windows.length * 3);
  const inverses = new Float32Array(windows.length * 6);
  for (let q = 0; q < windows.length; q++) {
    let [r, g, b, rr, rg, rb, gg, gb, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = 0; k < windowSize; k++) {
      const at = (windows[q]! + offsets[k]!) * 3;
      const [x, y, z] = [colours[at]!, colours[at + 1]!, colours[at + 2]!];
      r += x;
      g += y;
      b += z;
      rr += x * x;
      rg += x * y;
      rb += x * z;
      gg += y * y;
      gb += y * z;
      bb += z * z;
    }
    r /= windowSize;
    g /= windowSize;
    b /= windowSize;
    means.set([r, g, b], q * 3);
    const floor = epsilon / windowSize;
    rr = rr / windowSize - r * r + floor;
    rg = rg / windowSize - r * g;
    rb = rb / windowSize - r * b;
    gg = gg / windowSize - g * g + floor;
    gb = gb / windowSize - g * b;
    bb = bb / windowSize - b * b + floor;
    const [m0, m1, m2] = [gg * bb - gb * gb, rb * gb - rg * bb, rg * gb - rb * gg];
    const determinant = rr * m0 + rg * m1 + rb * m2;
    const rest = [rr * bb - rb * rb, rg * rb - rr * gb, rr * gg - rg * rg];
    inverses.set(
      [m0, m1, m2, ...rest].map((value) => value / determinant),
      q * 6
    );
  }
  return { means, inverses };
}

type Multiply = (vector: Float32Array, result: Float32Array) => void;

function laplacian(
  colours: Float32Array,
  windows: Int32Array,
  offsets: Int32Array,
  means: Float32Array,
  inverses: Float32Array
): Multiply {
  return (vector, result) => {
    result.fill(0);
    for (let q = 0; q < windows.length; q++) {
      const centre = windows[q]!;
      const m0 = means[q * 3]!;
      const m1 = means[q * 3 + 1]!;
      const m2 = means[q * 3 + 2]!;
      let mean = 0;
      let x = 0;
      let y = 0;
      let z = 0;
      for (let k = 0; k < windowSize; k++) {
        const at = centre + offsets[k]!;
        const value = vector[at]!;
        mean += value;
        x += value * (colours[at * 3]! - m0);
        y += value * (colours[at * 3 + 1]! - m1);
        z += value * (colours[at * 3 + 2]! - m2);
      }
      mean /= windowSize;
      x /= windowSize;
      y /= windowSize;
      z /= windowSize;
      const t = q * 6;
      const a = inverses[t]! * x + inverses[t + 1]! * y + inverses[t + 2]! * z;
      const b = inverses[t + 1]! * x + inverses[t + 3]! * y + inverses[t + 4]! * z;
      const c = inverses[t + 2]! * x + inverses[t + 4]! * y + inverses[t + 5]! * z;
      const base = mean - a * m0 - b * m1 - c * m2;
      for (let k = 0; k < windowSize; k++) {
        const at = centre + offsets[k]!;
        result[at]! +=
          vector[at]! - base - a * colours[at * 3]! - b * colours[at * 3 + 1]! - c * colours[at * 3 + 2]!;
      }
    }
  };
}

/** Conjugate gradients on the unknown entries of `x`, with right-hand side 0; the others stay as they are. */
function solve(multiply: Multiply, x: Float32Array, unknown: Int32Array, iterations: number): void {
  const product = new Float32Array(x.length);
  const residual = new Float32Array(x.length);
  const direction = new Float32Array(x.length);
  multiply(x, product);
  let energy = 0;
  for (const at of unknown) {
    residual[at] = direction[at] = -product[at]!;
    energy += residual[at]! ** 2;
  }
  for (let round = 0; round < iterations && energy > tolerance; round++) {
    multiply(direction, product);
    let curvature = 0;
    for (const at of unknown) curvature += direction[at]! * product[at]!;
    if (!(curvature > 0)) return;
    const step = energy / curvature;
    let next = 0;
    for (const at of unknown) {
      x[at]! += step * direction[at]!;
      residual[at]! -= step * product[at]!;
      next += residual[at]! ** 2;
    }
    const keep = next / energy;
    energy = next;
    for (const at of unknown) direction[at] = residual[at]! + keep * direction[at]!;
  }
}
