import type { RgbaImage } from '../image/image';

/** One 8-bit value per pixel, row-major: black 0 … white 255. */
export interface GreyImage {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** A picture of one byte a pixel, all 0. */
export function createGrey(width: number, height: number): GreyImage {
  return { width, height, data: new Uint8ClampedArray(width * height) };
}

/** Luma 0…255 after ITU-R BT.601, in integers. */
export function luma({ width, height, data }: RgbaImage): GreyImage {
  const grey = createGrey(width, height);
  for (let i = 0, j = 0; i < grey.data.length; i++, j += 4) {
    grey.data[i] = (data[j]! * 77 + data[j + 1]! * 150 + data[j + 2]! * 29) >> 8;
  }
  return grey;
}

/** The darkest of the three channels: lifts coloured modules off a white ground. */
export function darkestChannel({ width, height, data }: RgbaImage): GreyImage {
  const grey = createGrey(width, height);
  for (let i = 0, j = 0; i < grey.data.length; i++, j += 4) {
    grey.data[i] = Math.min(data[j]!, data[j + 1]!, data[j + 2]!);
  }
  return grey;
}

/** The brightest of the three channels: drops a coloured ground under black modules. */
export function brightestChannel({ width, height, data }: RgbaImage): GreyImage {
  const grey = createGrey(width, height);
  for (let i = 0, j = 0; i < grey.data.length; i++, j += 4) {
    grey.data[i] = Math.max(data[j]!, data[j + 1]!, data[j + 2]!);
  }
  return grey;
}

/** Grey spread over three channels, as decoders take it. */
export function toRgba({ width, height, data }: GreyImage): RgbaImage {
  const rgba = new Uint32Array(width * height);
  for (let i = 0; i < rgba.length; i++) rgba[i] = 0xff000000 | (data[i]! * 0x010101);
  return { width, height, data: new Uint8ClampedArray(rgba.buffer) };
}
