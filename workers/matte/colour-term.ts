import type { Plane, RgbaImage } from '../image/image';
import type { ColourTerm } from './closed-form';
import { Known, within } from './trimap';
import { blockSize, wallAt, type WallModel } from './wall';

/** Weight of a colour guess that is certain, against a Laplacian whose diagonal is about 5. */
export const trust = 0.3;
/** Levels by which any pixel may differ from the wall by noise and compression. */
const noiseFloor = 3;
/** A wall whose colour spreads by more than this many levels within a block tells nothing. */
const busyWall = 14;

/** See `sitterSamples`. */
const samplesPerBlock = 3;
/** Blocks around a pixel's own whose samples are tried, in each direction. */
const sampleReach = 2;

/**
 * What the wall's colour says about alpha in the band: a pixel lies between the wall's colour there and a colour of
 * the sitter's near by (sampled matting in the way of Wang and Cohen, CVPR 2007). The sitter's samples are, per block
 * of 8 × 8 pixels, the known foreground's mean and the pixel least like the wall; those of 5 × 5 blocks are tried. The
 * guess counts by how well its colour line passes through the pixel and how far its ends lie apart.
 *
 * @param chinY row from which on there may be cloth of the wall's own colour
 */
export function colourTerm(
  image: RgbaImage,
  known: Uint8Array,
  mask: Plane,
  wall: WallModel | null,
  chinY = 0
): ColourTerm {
  const { width, height, data } = image;
  const term: ColourTerm = {
    alpha: new Float32Array(width * height),
    weight: new Float32Array(width * height)
  };
  if (!wall) return term;
  const samples = sitterSamples(image, known, wall);
  const { columns, rows } = wall;
  const unlikeWall = new Float32Array(width * height);
  const back = new Float32Array(4);
  for (let at = 0; at < width * height; at++) {
    if (known[at] !== Known.unknown) continue;
    const x = at % width;
    const y = (at / width) | 0;
    wallAt(wall, x, y, back);
    const spread = Math.sqrt(back[3]! ** 2 + noiseFloor ** 2);
    const calm = 1 - back[3]! / busyWall;
    if (calm <= 0) continue;
    const r = data[at * 4]! - back[0]!;
    const g = data[at * 4 + 1]! - back[1]!;
    const b = data[at * 4 + 2]! - back[2]!;
    unlikeWall[at] = 1 - Math.exp(-(r * r + g * g + b * b) / (2 * (2 * spread) ** 2));
    let best = Infinity;
    let alpha = 0;
    let certain = 0;
    let nearest2 = 255 ** 2;
    const bx = (x / blockSize) | 0;
    const by = (y / blockSize) | 0;
    for (let j = Math.max(0, by - sampleReach); j <= Math.min(rows - 1, by + sampleReach); j++)
      for (let i = Math.max(0, bx - sampleReach); i <= Math.min(columns - 1, bx + sampleReach); i++)
        for (let k = 0; k < samplesPerBlock; k++) {
          const from = ((j * columns + i) * samplesPerBlock + k) * 4;
          if (!samples[from + 3]) continue;
          const p = samples[from]! - back[0]!;
          const q = samples[from + 1]! - back[1]!;
          const s = samples[from + 2]! - back[2]!;
          if (k === 2) {
            nearest2 = Math.min(nearest2, p * p + q * q + s * s);
            continue;
          }
          const length2 = p * p + q * q + s * s;
          if (length2 < 1) continue;
          const guess = Math.max(0, Math.min(1.1, (r * p + g * q + b * s) / length2));
          const off2 = (r - guess * p) ** 2 + (g - guess * q) ** 2 + (b - guess * s) ** 2;
          // Of lines equally near, the one with the farther end: the sample least mixed with wall.
          const cost = (off2 + 4) / (length2 + 1);
          if (cost < best) {
            best = cost;
            alpha = guess;
            const apart = length2 / (length2 + (12 * spread) ** 2);
            certain = apart * Math.exp(-off2 / (2 * (1.5 * spread) ** 2));
          }
        }
    // Near cloth of almost the wall's colour, colour cannot tell the two apart.
    const cloth = Math.sqrt(nearest2);
    const own =
      1 - (1 - ramp(cloth, 30, 60)) * (1 - ramp(Math.sqrt(r * r + g * g + b * b), cloth + 15, cloth + 40));
    term.alpha[at] = Math.min(1, alpha);
    term.weight[at] = trust * calm * certain * own;
  }
  distrustSmoothPatches(term, image, known, mask, unlikeWall, chinY);
  return term;
}

/**
 * Samples per block, r, g, b and whether there is one: the known foreground's mean; the pixel least like the wall; the
 * known foreground's pixel most like the wall.
 */
function sitterSamples({ width, height, data }: RgbaImage, known: Uint8Array, wall: WallModel): Float32Array {
  const { columns, rows } = wall;
  const step = samplesPerBlock * 4;
  const samples = new Float32Array(columns * rows * step);
  const farthest = new Float32Array(columns * rows);
  const nearest = new Float32Array(columns * rows).fill(Infinity);
  const back = new Float32Array(4);
  const wanted = blocksNearBand(known, width, height, columns, rows);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (known[at] === Known.background) continue;
      const block = ((y / blockSize) | 0) * columns + ((x / blockSize) | 0);
      if (!wanted[block]) continue;
      const to = block * step;
      const r = data[at * 4]!;
      const g = data[at * 4 + 1]!;
      const b = data[at * 4 + 2]!;
      wallAt(wall, x, y, back);
      const far = (r - back[0]!) ** 2 + (g - back[1]!) ** 2 + (b - back[2]!) ** 2;
      if (known[at] === Known.foreground) {
        samples[to]! += r;
        samples[to + 1]! += g;
        samples[to + 2]! += b;
        samples[to + 3]! += 1;
        if (far < nearest[block]!) {
          nearest[block] = far;
          keep(samples, to + 8, r, g, b);
        }
      }
      if (far > farthest[block]!) {
        farthest[block] = far;
        keep(samples, to + 4, r, g, b);
      }
    }
  for (let block = 0; block < columns * rows; block++) {
    const count = samples[block * step + 3]!;
    if (count > 1) for (let k = 0; k < 4; k++) samples[block * step + k]! /= count;
  }
  return samples;
}

/** 1 for the blocks whose samples some unknown pixel tries. */
function blocksNearBand(
  known: Uint8Array,
  width: number,
  height: number,
  columns: number,
  rows: number
): Uint8Array {
  const touched = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (known[y * width + x] === Known.unknown)
        touched[((y / blockSize) | 0) * columns + ((x / blockSize) | 0)] = 1;
  return within(touched, 1, { width: columns, height: rows }, sampleReach);
}

function keep(samples: Float32Array, at: number, r: number, g: number, b: number): void {
  samples[at] = r;
  samples[at + 1] = g;
  samples[at + 2] = b;
  samples[at + 3] = 1;
}

/** Weight of the person mask where it is sure and the patch is smooth. */
const maskTrust = 0.1;
/** Half side, in pixels, of the square in which a patch is smooth or not. */
const patchReach = 3;

/**
 * Where the person mask is sure of the sitter, wall showing through is believed only where the picture is rough, as it
 * is between strands of hair. A smooth patch between wall and sitter in colour is cloth in shade, or cloth of the
 * wall's own colour.
 */
function distrustSmoothPatches(
  { alpha, weight }: ColourTerm,
  image: RgbaImage,
  known: Uint8Array,
  mask: Plane,
  unlikeWall: Float32Array,
  chinY: number
): void {
  const { width, height, data } = image;
  const stride = width + 1;
  const table = () => new Float64Array(stride * (height + 1));
  const [red, green, blue, square] = [table(), table(), table(), table()];
  for (let y = 0; y < height; y++) {
    let [r, g, b, squares] = [0, 0, 0, 0];
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const to = (y + 1) * stride + x + 1;
      const [p, q, s] = [data[at]!, data[at + 1]!, data[at + 2]!];
      red[to] = red[to - stride]! + (r += p);
      green[to] = green[to - stride]! + (g += q);
      blue[to] = blue[to - stride]! + (b += s);
      square[to] = square[to - stride]! + (squares += p * p + q * q + s * s);
    }
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (known[at] !== Known.unknown || alpha[at]! > 0.95 || mask.data[at]! < 0.5) continue;
      const [left, right] = [Math.max(0, x - patchReach), Math.min(width, x + patchReach + 1)];
      const [top, bottom] = [
        Math.max(0, y - patchReach) * stride,
        Math.min(height, y + patchReach + 1) * stride
      ];
      const count = ((right - left) * (bottom - top)) / stride;
      const mean = (sums: Float64Array) =>
        (sums[bottom + right]! - sums[top + right]! - sums[bottom + left]! + sums[top + left]!) / count;
      const variance = (mean(square) - mean(red) ** 2 - mean(green) ** 2 - mean(blue) ** 2) / 3;
      const smooth = 1 - ramp(Math.sqrt(Math.max(0, variance)), 7, 16);
      // Above the chin there is no cloth: what looks just like the wall is wall, seen through a gap in the hair.
      const cloth = y >= chinY ? 1 : unlikeWall[at]!;
      const doubt = cloth * smooth * ramp(mask.data[at]!, 0.5, 0.75);
      const asSitter = doubt * maskTrust * ramp(mask.data[at]!, 0.8, 0.95) * unlikeWall[at]!;
      const asColour = (1 - doubt) * weight[at]!;
      weight[at] = asColour + asSitter;
      if (asSitter) alpha[at] = (asColour * alpha[at]! + asSitter) / weight[at]!;
    }
}

const ramp = (value: number, from: number, to: number) =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));
