import type { Point } from './point';

/**
 * A picture in memory: 8-bit sRGB RGBA, rows top to bottom, `data.length === width * height * 4`.
 * Structurally an `ImageData`, so it crosses a worker boundary and goes to a canvas as it is.
 */
export interface RgbaImage {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** One float per pixel, row-major, e.g. a matte in 0…1. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array<ArrayBuffer>;
}

/** An opaque black picture of `width` × `height` pixels. */
export function createImage(width: number, height: number): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 3; i < data.length; i += 4) data[i] = 255;
  return { width, height, data };
}

/** A plane of one value a pixel, all 0. */
export function createPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

/** 1 where a value reaches `bound`. */
export function atLeast(values: Float32Array, bound: number): Uint8Array<ArrayBuffer> {
  const reached = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at++) reached[at] = values[at]! >= bound ? 1 : 0;
  return reached;
}

/** Byte offset of the pixel at a place of the picture; null outside it. */
export function offsetAt({ width, height }: RgbaImage, { x, y }: Point): number | null {
  if (x < 0 || y < 0 || x >= width || y >= height) return null;
  return (Math.floor(y) * width + Math.floor(x)) * 4;
}

/** Whether a picture is transparent all over, which no camera's is. */
export const isEmpty = ({ data }: RgbaImage): boolean => {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) return false;
  return true;
};
