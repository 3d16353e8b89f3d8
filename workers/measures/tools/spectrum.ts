import type { RgbaImage } from '../../image/image';
import { lumaAt } from '../../image/luminance';
import type { Point } from '../../image/point';

/** Side of a window, in pixels: a power of two. */
export const windowSide = 64;

const n = windowSide;
const hann = Float64Array.from({ length: n }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / n));

/**
 * Power spectrum of the luma in a window about `centre`, its mean taken out, `windowSide`² values, frequency 0 first.
 * Null where the window does not lie inside the picture.
 */
export function powerSpectrum(image: RgbaImage, centre: Point): Float64Array | null {
  const left = Math.round(centre.x) - n / 2;
  const top = Math.round(centre.y) - n / 2;
  if (left < 0 || top < 0 || left + n > image.width || top + n > image.height) return null;
  const real = new Float64Array(n * n);
  let mean = 0;
  for (let y = 0; y < n; y++)
    for (let x = 0; x < n; x++)
      mean += real[y * n + x] = lumaAt(image, ((top + y) * image.width + left + x) * 4);
  mean /= n * n;
  for (let y = 0; y < n; y++)
    for (let x = 0; x < n; x++) real[y * n + x] = (real[y * n + x]! - mean) * hann[x]! * hann[y]!;
  const imaginary = new Float64Array(n * n);
  for (let row = 0; row < n; row++) fourier(real, imaginary, row * n, 1);
  for (let column = 0; column < n; column++) fourier(real, imaginary, column, n);
  return real.map((value, i) => value ** 2 + imaginary[i]! ** 2);
}

/** Fast Fourier transform of `n` values `stride` apart, in place (Cooley and Tukey, radix 2). */
function fourier(real: Float64Array, imaginary: Float64Array, start: number, stride: number): void {
  const at = (i: number) => start + i * stride;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    for (const part of [real, imaginary]) {
      const kept = part[at(i)]!;
      part[at(i)] = part[at(j)]!;
      part[at(j)] = kept;
    }
  }
  for (let size = 2; size <= n; size *= 2)
    for (let block = 0; block < n; block += size)
      for (let k = 0; k < size / 2; k++) {
        const angle = (-2 * Math.PI * k) / size;
        const cos = Math.cos(angle);
        const sin = Math.sin(angle);
        const a = at(block + k);
        const b = at(block + k + size / 2);
        const re = real[b]! * cos - imaginary[b]! * sin;
        const im = real[b]! * sin + imaginary[b]! * cos;
        real[b] = real[a]! - re;
        imaginary[b] = imaginary[a]! - im;
        real[a]! += re;
        imaginary[a]! += im;
      }
}
