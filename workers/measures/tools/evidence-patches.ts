import { flooder } from '../../image/flood';
import { eachInside } from '../../image/region';
import type { RgbaImage } from '../../image/image';
import type { Point } from '../../image/point';
import type { Outline } from '../measure';

/** Cells along the longer side of the picture. */
const cellsAlong = 32;
/** A cell is marked where this share of its pixels fits. */
const filled = 0.5;
/** The largest patches only: more would hide the picture. */
const most = 6;

/**
 * Where on the picture, inside the polygon, most pixels fit: patches of neighbouring cells as boxes, the largest
 * first, in pixels.
 *
 * @param fits told the byte offset and place of a pixel
 */
export function patches(
  image: RgbaImage,
  polygon: readonly Point[],
  fits: (at: number, x: number, y: number) => boolean
): Outline[] {
  const side = Math.max(1, Math.round(Math.max(image.width, image.height) / cellsAlong));
  const columns = Math.ceil(image.width / side);
  const rows = Math.ceil(image.height / side);
  const inside = new Uint32Array(columns * rows);
  const fitting = new Uint32Array(columns * rows);
  eachInside(image, polygon, (at, x, y) => {
    const cell = Math.floor(y / side) * columns + Math.floor(x / side);
    inside[cell]!++;
    if (fits(at, x, y)) fitting[cell]!++;
  });
  const marked = new Uint8Array(columns * rows);
  fitting.forEach((count, cell) => (marked[cell] = count > 0 && count >= filled * inside[cell]! ? 1 : 0));
  const flood = flooder(columns, rows);
  const seen = new Uint8Array(columns * rows);
  const found: { cells: number; box: Outline }[] = [];
  for (let start = 0; start < marked.length; start++) {
    if (!marked[start] || seen[start]) continue;
    const patch = flood(marked, start, seen);
    const xs = patch.map((cell) => cell % columns);
    const ys = patch.map((cell) => Math.floor(cell / columns));
    const left = Math.min(...xs) * side;
    const right = Math.min(image.width, (Math.max(...xs) + 1) * side);
    const top = Math.min(...ys) * side;
    const bottom = Math.min(image.height, (Math.max(...ys) + 1) * side);
    found.push({ cells: patch.length, box: box(left, top, right, bottom) });
  }
  return found
    .sort((a, b) => b.cells - a.cells)
    .slice(0, most)
    .map((one) => one.box);
}

/** A box as an outline. */
export function box(left: number, top: number, right: number, bottom: number): Outline {
  return [left, top, right, top, right, bottom, left, bottom];
}
