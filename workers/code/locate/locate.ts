import type { GreyImage } from '../grey';
import { blur, sharpen } from '../prepare/blur';
import { localNormalise, localThreshold } from '../prepare/local';
import { guessGrids, type GridGuess } from './centre-lines';
import { findFinders, type Finder } from './finders';
import { darknessOf, fitGrid, type Darkness, type GridFit } from './fit';
import { roundness } from './rays';
import { findTriples, type Triple } from './triples';

/** A code whose grid was found, and the picture's darkness to read its modules by. */
export interface LocatedCode {
  fit: GridFit;
  darkness: Darkness;
}

/** Black-and-white picture in one of the ways finders show in, and the finders, of dark or of light modules. */
export interface FinderSearch {
  binary: GreyImage;
  dark: 0 | 255;
  finders: Finder[];
}

const maxTriples = 6;
const maxSizes = 4;
/** Noise and blur spoil some directions of a real finder. */
const minRoundness = 0.5;
/** Agreement of the known patterns: chance reaches 0.35, a flat code in focus 0.9. */
const minAgreement = 0.4;

/** How the picture is turned black and white for the search of finders, first to last. */
const binarisations: readonly ((grey: GreyImage) => GreyImage)[] = [
  (grey) => localThreshold(blur(grey, 0.7), wideRadius(grey)),
  // noise and moiré break finders up
  (grey) => localThreshold(blur(grey, 1.8), wideRadius(grey)),
  // blur closes their rings; a box of a few modules opens them
  (grey) => localThreshold(sharpen(grey, 3, 2), 12)
];

/** A box that holds a finder in most pictures. */
const wideRadius = ({ width, height }: GreyImage) => Math.max(12, Math.round(Math.min(width, height) / 20));

/** Finders of the picture, binarised one way after the other, dark ones first. */
export function* searchFinders(grey: GreyImage): Generator<FinderSearch> {
  for (const binarise of binarisations) {
    const binary = binarise(grey);
    for (const dark of [0, 255] as const) {
      const finders = findFinders(binary, dark).filter(
        (finder) => roundness(binary, finder, dark) >= minRoundness
      );
      yield { binary, dark, finders };
    }
  }
}

/** The code that the finders belong to; null when no grid fits three of them better than chance. */
export function locateCode(grey: GreyImage, { binary, dark, finders }: FinderSearch): LocatedCode | null {
  for (const triple of findTriples(finders, maxTriples)) {
    const guesses = guessGrids(binary, triple, dark, maxSizes);
    if (guesses.length === 0) continue;
    const darkness = darknessAround(grey, triple, dark === 255);
    const fit = bestFit(darkness, guesses);
    if (fit && fit.agreement >= minAgreement) return { fit, darkness };
  }
  return null;
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
