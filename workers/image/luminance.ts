import type { RgbaImage } from './image';

/** sRGB level 0…255, whole or not → linear light 0…1 (IEC 61966-2-1). */
export function toLinear(level: number): number {
  const value = level / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The same of every whole level. */
const linear = Float32Array.from({ length: 256 }, (_, level) => toLinear(level));

/** Rec. 709 luminance of the pixel that starts at byte `at`, linear light scaled to 0…255. */
export function luminanceAt({ data }: RgbaImage, at: number): number {
  return (
    255 * (0.2126 * linear[data[at]!]! + 0.7152 * linear[data[at + 1]!]! + 0.0722 * linear[data[at + 2]!]!)
  );
}

/** Rec. 601 luma of the pixel that starts at byte `at`, gamma-encoded, 0…255: what an eye calls light and dark. */
export function lumaAt({ data }: RgbaImage, at: number): number {
  return 0.299 * data[at]! + 0.587 * data[at + 1]! + 0.114 * data[at + 2]!;
}
