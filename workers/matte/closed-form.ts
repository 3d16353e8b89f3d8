import type { Plane, RgbaImage } from '../image/image';
import { Known } from './trimap';

/** Pixels of a 3 × 3 window. */
const windowSize = 9;
/** Regularisation of the colour line, in squared units of 0…1 colour. */
export const epsilon = 1e-5;
/** Share of the first residual's energy at which the solution stops changing visibly. */
export const tolerance = 1e-5;
/** Neighbours a pixel shares a window with: 5 × 5. */
export const reach = 2;
export const neighbours = (2 * reach + 1) ** 2;

/** What colour alone says about alpha: a guess and how far to trust it (0: not at all). */
export interface ColourTerm {
  alpha: Float32Array;
  weight: Float32Array;
}

const noColour = (length: number): ColourTerm => ({
  alpha: new Float32Array(length),
  weight: new Float32Array(length)
});

/**
 * Closed-form matting (Levin, Lischinski and Weiss, TPAMI 2008) in the unknown band only: alpha minimises the
 * matting Laplacian plus the weighted squared distance to `colour`, with the known pixels held fixed. The band's
 * rows of the Laplacian are assembled and solved by Jacobi-preconditioned conjugate gradients.
 *
 * @param known one `Known` per pixel
 * @param start first guess of alpha, 0…1
 * @param iterations at most this many
 * @param colour none: the Laplacian alone
 * @returns alpha 0…1
 */
export function closedForm(
  image: RgbaImage,
  known: Uint8Array,
  start: Plane,
  iterations: number,
  colour: ColourTerm = noColour(start.data.length)
): Plane {
  const band = bandOf(known);
  const alpha = boundary(known, start);
  const values = assemble(image, known, band);
  for (let row = 0; row < band.length; row++)
    values[row * neighbours + (neighbours >> 1)]! += colour.weight[band[row]!]!;
  solve(values, image.width, band, alpha, colour, iterations);
  for (const at of band) alpha[at] = Math.max(0, Math.min(1, alpha[at]!));
  return { width: image.width, height: image.height, data: alpha };
}

/** The unknown pixels. */
export function bandOf(known: Uint8Array): Int32Array {
  const found = new Int32Array(known.length);
  let count = 0;
  for (let at = 0; at < known.length; at++) if (known[at] === Known.unknown) found[count++] = at;
  return found.subarray(0, count);
}

/** Alpha as known, and as first guessed in the band. */
export function boundary(known: Uint8Array, { data }: Plane): Float32Array<ArrayBuffer> {
  const alpha = new Float32Array(data.length);
  for (let at = 0; at < alpha.length; at++)
    alpha[at] = known[at] === Known.unknown ? data[at]! : known[at] === Known.foreground ? 1 : 0;
  return alpha;
}

/** Rows of the Laplacian for the band's pixels, each over its 5 × 5 neighbours. */
function assemble(image: RgbaImage, known: Uint8Array, band: Int32Array): Float32Array {
  const { width, height, data } = image;
  const rowOf = new Int32Array(width * height).fill(-1);
  band.forEach((at, row) => (rowOf[at] = row));
  const values = new Float32Array(band.length * neighbours);
  const rows = new Int32Array(windowSize);
  const d = new Float32Array(windowSize * 3);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      let touches = false;
      let r = 0;
      let g = 0;
      let b = 0;
      let rr = 0;
      let rg = 0;
      let rb = 0;
      let gg = 0;
      let gb = 0;
      let bb = 0;
      const at = y * width + x;
      for (let k = 0; k < windowSize; k++) {
        rows[k] = rowOf[at + (((k / 3) | 0) - 1) * width + (k % 3) - 1]!;
        if (rows[k]! >= 0) touches = true;
      }
      if (!touches) continue;
      for (let k = 0; k < windowSize; k++) {
        const from = (at + (((k / 3) | 0) - 1) * width + (k % 3) - 1) * 4;
        const red = (d[k * 3] = data[from]! / 255);
        const green = (d[k * 3 + 1] = data[from + 1]! / 255);
        const blue = (d[k * 3 + 2] = data[from + 2]! / 255);
        r += red;
        g += green;
        b += blue;
        rr += red * red;
        rg += red * green;
        rb += red * blue;
        gg += green * green;
        gb += green * blue;
        bb += blue * blue;
      }
      r /= windowSize;
      g /= windowSize;
      b /= windowSize;
      const floor = epsilon / windowSize;
      rr = rr / windowSize - r * r + floor;
      rg = rg / windowSize - r * g;
      rb = rb / windowSize - r * b;
      gg = gg / windowSize - g * g + floor;
      gb = gb / windowSize - g * b;
      bb = bb / windowSize - b * b + floor;
      const m0 = gg * bb - gb * gb;
      const m1 = rb * gb - rg * bb;
      const m2 = rg * gb - rb * gg;
      const scale = 1 / (rr * m0 + rg * m1 + rb * m2);
      const m3 = rr * bb - rb * rb;
      const m4 = rg * rb - rr * gb;
      const m5 = rr * gg - rg * rg;
      for (let k = 0; k < windowSize; k++) {
        d[k * 3]! -= r;
        d[k * 3 + 1]! -= g;
        d[k * 3 + 2]! -= b;
      }
      for (let i = 0; i < windowSize; i++) {
        const row = rows[i]!;
        if (row < 0) continue;
        const p = d[i * 3]!;
        const q = d[i * 3 + 1]!;
        const s = d[i * 3 + 2]!;
        const u = (m0 * p + m1 * q + m2 * s) * scale;
        const v = (m1 * p + m3 * q + m4 * s) * scale;
        const w = (m2 * p + m4 * q + m5 * s) * scale;
        const iy = (i / 3) | 0;
        const base = row * neighbours + (reach - iy) * 5 + reach - (i % 3);
        for (let j = 0; j < windowSize; j++)
          values[base + ((j / 3) | 0) * 5 + (j % 3)]! -=
            (1 + u * d[j * 3]! + v * d[j * 3 + 1]! + w * d[j * 3 + 2]!) / windowSize;
        values[row * neighbours + (neighbours >> 1)]! += 1;
      }
    }
  return values;
}

/** Solves for the band's entries of `x` in place; the known entries of `x` are the boundary. */
function solve(
  values: Float32Array,
  width: number,
  band: Int32Array,
  x: Float32Array,
  colour: ColourTerm,
  iterations: number
): void {
  // Entries that would reach over the top or bottom are zero; the padding keeps them inside the array.
  const first = -reach * width - reach;
  const pad = -first;
  const vector = new Float32Array(x.length + 2 * pad);
  const product = new Float32Array(band.length);
  const multiply = () => {
    for (let row = 0; row < band.length; row++) {
      let at = band[row]! + pad + first;
      let from = row * neighbours;
      let sum = 0;
      // Written out: this is where the time goes.
      for (let line = 0; line < 5; line++, at += width, from += 5)
        sum +=
          values[from]! * vector[at]! +
          values[from + 1]! * vector[at + 1]! +
          values[from + 2]! * vector[at + 2]! +
          values[from + 3]! * vector[at + 3]! +
          values[from + 4]! * vector[at + 4]!;
      product[row] = sum;
    }
  };
  vector.set(x, pad);
  multiply();
  vector.fill(0);
  const residual = new Float32Array(band.length);
  const inverse = new Float32Array(band.length);
  let energy = 0;
  for (let row = 0; row < band.length; row++) {
    const at = band[row]!;
    const r = colour.weight[at]! * colour.alpha[at]! - product[row]!;
    const diagonal = values[row * neighbours + (neighbours >> 1)]!;
    inverse[row] = diagonal > 0 ? 1 / diagonal : 0;
    residual[row] = r;
    vector[at + pad] = r * inverse[row]!;
    energy += r * r * inverse[row]!;
  }
  const enough = energy * tolerance;
  for (let round = 0; round < iterations && energy > enough; round++) {
    multiply();
    let curvature = 0;
    for (let row = 0; row < band.length; row++) curvature += vector[band[row]! + pad]! * product[row]!;
    if (!(curvature > 0)) return;
    const step = energy / curvature;
    let next = 0;
    for (let row = 0; row < band.length; row++) {
      x[band[row]!]! += step * vector[band[row]! + pad]!;
      const r = (residual[row]! -= step * product[row]!);
      next += r * r * inverse[row]!;
    }
    const keep = next / energy;
    energy = next;
    for (let row = 0; row < band.length; row++) {
      const at = band[row]! + pad;
      vector[at] = residual[row]! * inverse[row]! + keep * vector[at]!;
    }
  }
}
