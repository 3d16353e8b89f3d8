import { luminanceAt } from '../../image/luminance';
import { eachInside } from '../../image/region';
import type { RgbaImage } from '../../image/image';
import { oncePerScene } from '../scene';

/** How much light some pixels have, in linear light. */
export interface Tones {
  /** Pixels at each level of luminance 0…255. */
  levels: Uint32Array;
  /** Of all pixels, at least one. */
  count: number;
  /** Of their luminances, 0…255 each, not rounded. */
  sum: number;
}

/** Tones of the pixels whose byte offsets `each` calls its visitor with; null where there is none. */
export function tonesOf(image: RgbaImage, each: (visit: (at: number) => void) => void): Tones | null {
  const tones = { levels: new Uint32Array(256), count: 0, sum: 0 };
  each((at) => {
    const luminance = luminanceAt(image, at);
    tones.levels[Math.round(luminance)]!++;
    tones.count++;
    tones.sum += luminance;
  });
  return tones.count ? tones : null;
}

/** Share of the pixels at each level. */
export function shares({ levels, count }: Tones): Float32Array {
  return Float32Array.from(levels, (value) => value / count);
}

/** Tones of the face region; null without a face. */
export const faceTones = oncePerScene(({ image, sitter }) =>
  sitter ? tonesOf(image, (visit) => eachInside(image, sitter.region, visit)) : null
);
