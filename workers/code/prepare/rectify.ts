import type { Point } from '../../image/point';
import { createGrey, type GreyImage } from '../grey';
import { guessGrids, type GridGuess } from '../locate/centre-lines';
import { equalise, margin } from '../locate/equalise';
import { findFinders } from '../locate/finders';
import { darknessOf, fitGrid, type Darkness, type GridFit } from '../locate/fit';
import { project } from '../locate/homography';
import { settleMesh } from '../locate/mesh';
import { findTriples, type Triple } from '../locate/triples';
import { blur, sharpen } from './blur';
import { localNormalise, localThreshold } from './local';

/** A code drawn anew from its modules, and the way back to the picture it was found in. */
export interface Redrawn {
  picture: GreyImage;
  toSource(point: Point): Point;
}

/** Pixels a module and white border of the redrawn code. */
const module = 4;
const border = 4;
const maxTriples = 6;
const maxSizes = 4;
/** Agreement of the known patterns: chance reaches 0.35, a flat code in focus 0.9. */
const minAgreement = 0.4;
/** How the picture is prepared for the search of finders, first to last. */
const searches: readonly ((grey: GreyImage) => GreyImage)[] = [
  (grey) => blur(grey, 0.7),
  // noise and moiré break finders up
  (grey) => blur(grey, 1.8),
  // blur closes their rings
  (grey) => sharpen(grey, 3, 2)
];

/**
 * Codes found by their finder patterns and redrawn flat from their modules: answers tilt, bends and blur. Yields
 * the most plausible first; the caller stops when one reads.
 */
export function* rectify(grey: GreyImage): Generator<Redrawn> {
  const radius = Math.max(12, Math.round(Math.min(grey.width, grey.height) / 20));
  for (const search of searches) {
    const binary = localThreshold(search(grey), radius);
    let found = false;
    for (const inverted of [false, true]) {
      const dark = inverted ? 255 : 0;
      for (const triple of findTriples(findFinders(binary, dark), maxTriples)) {
        const guesses = guessGrids(binary, triple, dark, maxSizes);
        if (guesses.length === 0) continue;
        const darkness = darknessAround(grey, triple, inverted);
        const fit = bestFit(darkness, guesses);
        if (!fit || fit.agreement < minAgreement) continue;
        found = true;
        yield redraw(fit, darkness, (x, y) => project(fit.map, x, y));
        yield redraw(fit, darkness, settleMesh(darkness, fit));
        break;
      }
      if (found) break;
    }
    if (found) return;
  }
}

/** Signed darkness of the picture, smoothed and flattened by the size of the triple's modules. */
function darknessAround(
  grey: GreyImage,
  { topLeft, topRight, bottomLeft }: Triple,
  inverted: boolean
): Darkness {
  const modules = [topLeft, topRight, bottomLeft].map(({ moduleX, moduleY }) => Math.min(moduleX, moduleY));
  const size = Math.min(...modules);
  const smooth = blur(grey, Math.max(0.5, size * 0.2));
  return darknessOf(localNormalise(smooth, Math.max(4, Math.round(size * 5))), inverted);
}

function bestFit(darkness: Darkness, guesses: readonly GridGuess[]): GridFit | null {
  let best: GridFit | null = null;
  for (const guess of guesses) {
    const fit = fitGrid(darkness, guess);
    if (fit.agreement > (best?.agreement ?? -1)) best = fit;
    if (fit.agreement > 0.6) break;
  }
  return best;
}

function redraw({ size }: GridFit, darkness: Darkness, place: (x: number, y: number) => Point): Redrawn {
  const values = equalise(sample(size, darkness, place), size);
  const side = (size + 2 * border) * module;
  const image = createGrey(side, side);
  image.data.fill(255);
  values.forEach((value, i) => {
    if (value <= 0) return;
    const left = ((i % size) + border) * module;
    const top = (Math.floor(i / size) + border) * module;
    for (let y = top; y < top + module; y++) image.data.fill(0, y * side + left, y * side + left + module);
  });
  return { picture: image, toSource: ({ x, y }) => place(x / module - border, y / module - border) };
}

/** Mean darkness in the middle of every module and of those around the code. */
function sample(size: number, darkness: Darkness, place: (x: number, y: number) => Point): Float32Array {
  const stride = size + 2 * margin;
  const samples = new Float32Array(stride * stride);
  for (let y = 0; y < stride; y++)
    for (let x = 0; x < stride; x++) {
      let sum = 0;
      for (const [dx, dy] of inModule) {
        const at = place(x - margin + 0.5 + dx, y - margin + 0.5 + dy);
        sum += darkness(at.x, at.y);
      }
      samples[y * stride + x] = sum / inModule.length;
    }
  return samples;
}

const inModule = [
  [0, 0],
  [-0.2, 0],
  [0.2, 0],
  [0, -0.2],
  [0, 0.2]
] as const;
