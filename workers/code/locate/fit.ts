import type { Point } from '../../image/point';
import type { GreyImage } from '../grey';
import { homographyOf, project, type Homography } from './homography';
import { knownModules, type KnownModule } from './pattern';
import type { GridGuess } from './centre-lines';

/** Signed darkness at a place: positive where dark, about ±1 on a clear module; 0 outside the picture. */
export type Darkness = (x: number, y: number) => number;

/** Bilinear reading of a locally normalised picture (mid-grey 128). `inverted`: the code's dark modules are light. */
export function darknessOf({ width, height, data }: GreyImage, inverted: boolean): Darkness {
  const sign = inverted ? -1 / 70 : 1 / 70;
  return (x, y) => {
    const px = x - 0.5;
    const py = y - 0.5;
    if (!(px >= 0 && py >= 0 && px < width - 1 && py < height - 1)) return 0;
    const ix = px | 0;
    const iy = py | 0;
    const fx = px - ix;
    const i = iy * width + ix;
    const above = data[i]! + (data[i + 1]! - data[i]!) * fx;
    const below = data[i + width]! + (data[i + width + 1]! - data[i + width]!) * fx;
    return sign * (128 - (above + (below - above) * (py - iy)));
  };
}

export interface GridFit extends GridGuess {
  /** Mean agreement of the known modules with the picture: about 1 where all are clear, 0 by chance. */
  agreement: number;
}

/** Known modules looked at; more tell no better. */
const maxKnown = 450;

/** Corners are moved by these parts of a module in turn. */
const steps = [1, 0.5, 0.25, 0.12];

/** Moves the four corners of the grid until finders, timing and alignment patterns fit best (coordinate ascent). */
export function fitGrid(darkness: Darkness, { size, map }: GridGuess): GridFit {
  const all = knownModules(size);
  const stride = Math.ceil(all.length / maxKnown);
  const known = all.filter((_, i) => i % stride === 0);
  const corners = cornersOf(size);
  const placed = corners.map(({ x, y }) => project(map, x, y));
  let best: GridFit = { size, map, agreement: agreementOf(darkness, map, known) };
  const side = Math.hypot(placed[1]!.x - placed[0]!.x, placed[1]!.y - placed[0]!.y);
  const module = side / size;
  for (const step of steps) {
    for (let round = 0, moved = true; moved && round < 8; round++) {
      moved = false;
      for (const corner of placed)
        for (const axis of ['x', 'y'] as const)
          for (const move of [-step * module, step * module]) {
            corner[axis] += move;
            const trial = homographyOf(corners, placed);
            const agreement = trial ? agreementOf(darkness, trial, known) : -1;
            if (trial && agreement > best.agreement) {
              best = { size, map: trial, agreement };
              moved = true;
              break;
            }
            corner[axis] -= move;
          }
    }
  }
  return best;
}

function agreementOf(darkness: Darkness, map: Homography, known: readonly KnownModule[]): number {
  let sum = 0;
  for (const { x, y, dark } of known) {
    const w = map[6] * (x + 0.5) + map[7] * (y + 0.5) + 1;
    const value = darkness(
      (map[0] * (x + 0.5) + map[1] * (y + 0.5) + map[2]) / w,
      (map[3] * (x + 0.5) + map[4] * (y + 0.5) + map[5]) / w
    );
    const clipped = value > 1 ? 1 : value < -1 ? -1 : value;
    sum += dark ? clipped : -clipped;
  }
  return sum / known.length;
}

function cornersOf(size: number): Point[] {
  return [
    { x: 0, y: 0 },
    { x: size, y: 0 },
    { x: size, y: size },
    { x: 0, y: size }
  ];
}
