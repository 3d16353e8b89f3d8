import type { RgbaImage } from './image';

/** Value at a share of the sorted list, e.g. 0.5: the median; 0 of an empty one. */
export function quantile(values: readonly number[] | Float32Array, share: number): number {
  const sorted = new Float32Array(values).sort();
  return sorted[Math.round(share * (sorted.length - 1))] ?? 0;
}

/** Median of each channel over the pixels that start at `offsets`, as sRGB levels; black of none. */
export function medianColour({ data }: RgbaImage, offsets: readonly number[]): [number, number, number] {
  const channel = (c: number) =>
    quantile(
      offsets.map((at) => data[at + c]!),
      0.5
    );
  return [channel(0), channel(1), channel(2)];
}
