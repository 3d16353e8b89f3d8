import type { RgbaImage } from '../image/image';
import { Known } from './trimap';

/** Side of a block in pixels: a wall changes little over it. */
export const blockSize = 8;

/** Colours of the wall over the whole picture, as a coarse grid; levels 0…255. */
export interface WallModel {
  columns: number;
  rows: number;
  /** Per block r, g, b and how much the wall differs from that near by, root mean square. */
  blocks: Float32Array;
}

/**
 * The wall as it would be seen without the sitter: mean and spread of the known background per block of 8 × 8
 * pixels, continued into blocks without any from their neighbours (pull–push: Gortler et al., SIGGRAPH 1996).
 *
 * @returns null when no background is known at all
 */
export function wallModel(image: RgbaImage, known: Uint8Array): WallModel | null {
  const columns = Math.ceil(image.width / blockSize);
  const rows = Math.ceil(image.height / blockSize);
  // Sums of weight, r, g, b and squares per block.
  const sums = new Float32Array(columns * rows * 5);
  let any = false;
  for (let y = 0, at = 0; y < image.height; y++) {
    const row = ((y / blockSize) | 0) * columns;
    for (let x = 0; x < image.width; x++, at++) {
      if (known[at] !== Known.background) continue;
      any = true;
      const to = (row + ((x / blockSize) | 0)) * 5;
      const r = image.data[at * 4]!;
      const g = image.data[at * 4 + 1]!;
      const b = image.data[at * 4 + 2]!;
      sums[to]! += 1;
      sums[to + 1]! += r;
      sums[to + 2]! += g;
      sums[to + 3]! += b;
      sums[to + 4]! += r * r + g * g + b * b;
    }
  }
  if (!any) return null;
  const filled = fill(sums, columns, rows);
  const blocks = new Float32Array(columns * rows * 4);
  for (let i = 0; i < columns * rows; i++) {
    const weight = filled[i * 5]!;
    const [r, g, b] = [1, 2, 3].map((c) => filled[i * 5 + c]! / weight) as [number, number, number];
    const variance = filled[i * 5 + 4]! / weight - (r * r + g * g + b * b);
    blocks.set([r, g, b, Math.max(0, variance) / 3], i * 4);
  }
  unevenness(blocks, columns, rows);
  return { columns, rows, blocks };
}

/** Turns each block's own variance into the deviation from its colour of the blocks up to two away. */
function unevenness(blocks: Float32Array, columns: number, rows: number): void {
  const deviations = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const at = (y * columns + x) * 4;
      let sum = 0;
      let count = 0;
      for (let j = Math.max(0, y - 2); j <= Math.min(rows - 1, y + 2); j++)
        for (let i = Math.max(0, x - 2); i <= Math.min(columns - 1, x + 2); i++, count++) {
          const to = (j * columns + i) * 4;
          sum += blocks[to + 3]!;
          for (let c = 0; c < 3; c++) sum += (blocks[to + c]! - blocks[at + c]!) ** 2 / 3;
        }
      deviations[y * columns + x] = Math.sqrt(sum / count);
    }
  deviations.forEach((deviation, block) => (blocks[block * 4 + 3] = deviation));
}

/** Blocks without enough pixels take what they lack from the grid of half the size. */
function fill(sums: Float32Array, columns: number, rows: number): Float32Array {
  const enough = blockSize;
  if (columns === 1 && rows === 1) return sums;
  const c = Math.ceil(columns / 2);
  const r = Math.ceil(rows / 2);
  const half = new Float32Array(c * r * 5);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      for (let k = 0; k < 5; k++)
        half[((y >> 1) * c + (x >> 1)) * 5 + k]! += sums[(y * columns + x) * 5 + k]!;
  const coarse = fill(half, c, r);
  const filled = sums.slice();
  const mixed = new Float32Array(5);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const at = (y * columns + x) * 5;
      const lack = enough - sums[at]!;
      if (lack <= 0) continue;
      sampleGrid(coarse, c, r, 5, (x + 0.5) / 2, (y + 0.5) / 2, mixed);
      const scale = lack / mixed[0]!;
      for (let k = 0; k < 5; k++) filled[at + k]! += mixed[k]! * scale;
    }
  return filled;
}

/** Wall colour and spread at a pixel: r, g, b, deviation; bilinear between the blocks' middles. */
export function wallAt(
  { columns, rows, blocks }: WallModel,
  x: number,
  y: number,
  result: Float32Array
): void {
  sampleGrid(blocks, columns, rows, 4, (x + 0.5) / blockSize, (y + 0.5) / blockSize, result);
}

function sampleGrid(
  grid: Float32Array,
  columns: number,
  rows: number,
  depth: number,
  x: number,
  y: number,
  result: Float32Array
): void {
  const fx = Math.max(0, Math.min(columns - 1, x - 0.5));
  const fy = Math.max(0, Math.min(rows - 1, y - 0.5));
  const x0 = Math.floor(fx);
  const y0 = Math.floor(fy);
  const x1 = Math.min(columns - 1, x0 + 1);
  const y1 = Math.min(rows - 1, y0 + 1);
  const u = fx - x0;
  const v = fy - y0;
  for (let k = 0; k < depth; k++)
    result[k] =
      (1 - v) *
        ((1 - u) * grid[(y0 * columns + x0) * depth + k]! + u * grid[(y0 * columns + x1) * depth + k]!) +
      v * ((1 - u) * grid[(y1 * columns + x0) * depth + k]! + u * grid[(y1 * columns + x1) * depth + k]!);
}
