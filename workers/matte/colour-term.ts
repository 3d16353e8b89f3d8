import type { Plane, RgbaImage } from '../image/image';
import type { ColourTerm } from './closed-form';
import { Known, within } from './trimap';
import { NearSamples, samplesPerBlock, sampleReach } from './near-samples';
import { blockSize, wallAt, type WallModel } from './wall';

/** Weight of a colour guess that is certain, against a Laplacian whose diagonal is about 5. */
export const trust = 0.3;
/** Levels by which any pixel may differ from the wall by noise and compression. */
const noiseFloor = 3;
/** A wall whose colour spreads by more than this many levels within a block tells nothing. */
const busyWall = 14;

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
  const samples = new NearSamples(sitterSamples(image, known, wall), wall);
  const unlikeWall = new Float32Array(width * height);
  const back = new Float32Array(4);
  for (let top = 0; top < height; top += blockSize)
    for (let left = 0; left < width; left += blockSize) {
      let gathered = false;
      for (let y = top; y < Math.min(height, top + blockSize); y++)
        for (let x = left; x < Math.min(width, left + blockSize); x++) {
          const at = y * width + x;
          if (known[at] !== Known.unknown) continue;
          wallAt(wall, x, y, back);
          const calm = 1 - back[3]! / busyWall;
          if (calm <= 0) continue;
          // All pixels of a block try the same samples.
          if (!gathered) samples.gather(left / blockSize, top / blockSize);
          gathered = true;
          const spread = Math.sqrt(back[3]! ** 2 + noiseFloor ** 2);
          const r = data[at * 4]! - back[0]!;
          const g = data[at * 4 + 1]! - back[1]!;
          const b = data[at * 4 + 2]! - back[2]!;
          unlikeWall[at] = 1 - Math.exp(-(r * r + g * g + b * b) / (2 * (2 * spread) ** 2));
          const { alpha, off2, length2 } = samples.bestLine(r, g, b, back);
          const apart = length2 / (length2 + (12 * spread) ** 2);
          const certain = apart * Math.exp(-off2 / (2 * (1.5 * spread) ** 2));
          // Near cloth of almost the wall's colour, colour cannot tell the two apart.
          const cloth = samples.nearestCloth(back);
          const apartFromCloth = ramp(Math.sqrt(r * r + g * g + b * b), cloth + 15, cloth + 40);
          const own = 1 - (1 - ramp(cloth, 30, 60)) * (1 - apartFromCloth);
          term.alpha[at] = Math.min(1, alpha);
          term.weight[at] = trust * calm * certain * own;
        }
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
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (known[at] !== Known.unknown || alpha[at]! > 0.95 || mask.data[at]! < 0.5) continue;
      const smooth = 1 - ramp(Math.sqrt(varianceAround(data, width, height, x, y)), 7, 16);
      // Above the chin there is no cloth: what looks just like the wall is wall, seen through a gap in the hair.
      const cloth = y >= chinY ? 1 : unlikeWall[at]!;
      const doubt = cloth * smooth * ramp(mask.data[at]!, 0.5, 0.75);
      const asSitter = doubt * maskTrust * ramp(mask.data[at]!, 0.8, 0.95) * unlikeWall[at]!;
      const asColour = (1 - doubt) * weight[at]!;
      weight[at] = asColour + asSitter;
      if (asSitter) alpha[at] = (asColour * alpha[at]! + asSitter) / weight[at]!;
    }
}

/** Mean over the channels of the variance in the square around a pixel, in squared levels. */
function varianceAround(
  data: Uint8ClampedArray,
  width: number,
  height: number,
  x: number,
  y: number
): number {
  const left = Math.max(0, x - patchReach);
  const right = Math.min(width, x + patchReach + 1);
  const top = Math.max(0, y - patchReach);
  const bottom = Math.min(height, y + patchReach + 1);
  let red = 0;
  let green = 0;
  let blue = 0;
  let squares = 0;
  for (let row = top; row < bottom; row++) {
    const end = (row * width + right) * 4;
    for (let at = (row * width + left) * 4; at < end; at += 4) {
      const p = data[at]!;
      const q = data[at + 1]!;
      const s = data[at + 2]!;
      red += p;
      green += q;
      blue += s;
      squares += p * p + q * q + s * s;
    }
  }
  const count = (right - left) * (bottom - top);
  const variance = squares / count - (red / count) ** 2 - (green / count) ** 2 - (blue / count) ** 2;
  return Math.max(0, variance / 3);
}

const ramp = (value: number, from: number, to: number) =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));
