import { createImage, type RgbaImage } from './image';

/** A part of a picture in its pixels, on fractions of them, possibly reaching beyond its edges. */
export interface Window {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A resampler: `window` of `source` at `width` × `height`. */
export type Resample = (source: RgbaImage, window: Window, width: number, height: number) => RgbaImage;

const lobes = 3;

/** Source pixels on either side of an output pixel's middle that count, at a scale (source pixels per output pixel). */
export const reachOf = (scale: number): number => lobes * Math.max(1, scale);

/** For each output pixel: the first input pixel and the weights (summing to 1) from there on. */
export interface Taps {
  first: Int32Array;
  weights: Float32Array;
  count: number;
}

/**
 * Resamples `window` of `source` to `width` × `height` by Lanczos-3, widened when it shrinks so that nothing
 * aliases; beyond the source's edges its border pixels continue. Separable, one pass each way, in float, opaque.
 */
export function resample(source: RgbaImage, window: Window, width: number, height: number): RgbaImage {
  const across = taps(window.x, window.width, width);
  const down = taps(window.y, window.height, height);
  const top = Math.max(0, Math.min(source.height - 1, down.first[0]!));
  const bottom = Math.max(top + 1, Math.min(source.height, down.first[height - 1]! + down.count));
  const rows = new Float32Array((bottom - top) * width * 3);
  for (let y = top; y < bottom; y++)
    for (let x = 0; x < width; x++) {
      let r = 0;
      let g = 0;
      let b = 0;
      for (let k = 0; k < across.count; k++) {
        const column = Math.max(0, Math.min(source.width - 1, across.first[x]! + k));
        const at = (y * source.width + column) * 4;
        const weight = across.weights[x * across.count + k]!;
        r += weight * source.data[at]!;
        g += weight * source.data[at + 1]!;
        b += weight * source.data[at + 2]!;
      }
      const to = ((y - top) * width + x) * 3;
      rows[to] = r;
      rows[to + 1] = g;
      rows[to + 2] = b;
    }
  const result = createImage(width, height);
  const line = new Float32Array(width * 3);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    for (let k = 0; k < down.count; k++) {
      const row = Math.max(top, Math.min(bottom - 1, down.first[y]! + k)) - top;
      const weight = down.weights[y * down.count + k]!;
      const from = row * width * 3;
      for (let i = 0; i < line.length; i++) line[i]! += weight * rows[from + i]!;
    }
    for (let x = 0, at = y * width * 4; x < width; x++, at += 4) {
      result.data[at] = line[x * 3]!;
      result.data[at + 1] = line[x * 3 + 1]!;
      result.data[at + 2] = line[x * 3 + 2]!;
    }
  }
  return result;
}

/** The Lanczos-3 weights by which `length` pixels from `start` on become `size`; `start` and `length` may be fractions. */
export function taps(start: number, length: number, size: number): Taps {
  const scale = length / size;
  const stretch = Math.max(1, scale);
  const reach = reachOf(scale);
  const count = Math.ceil(2 * reach) + 1;
  const first = new Int32Array(size);
  const weights = new Float32Array(size * count);
  for (let i = 0; i < size; i++) {
    const centre = start + (i + 0.5) * scale;
    first[i] = Math.floor(centre - reach);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const weight = lanczos((first[i]! + k + 0.5 - centre) / stretch);
      weights[i * count + k] = weight;
      sum += weight;
    }
    for (let k = 0; k < count; k++) weights[i * count + k]! /= sum;
  }
  return { first, weights, count };
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= lobes) return 0;
  const angle = Math.PI * x;
  return (lobes * Math.sin(angle) * Math.sin(angle / lobes)) / angle ** 2;
}
