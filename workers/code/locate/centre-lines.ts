import type { Point } from '../../image/point';
import type { GreyImage } from '../grey';
import { homographyOf, solve, type Homography } from './homography';
import { sizes } from './pattern';
import { edgesFrom } from './rays';
import type { Triple } from './triples';

/** A size the code may have and the map from its modules to the picture. */
export interface GridGuess {
  size: number;
  map: Homography;
}

/** Mean squared misfit of the edges, in modules, summed over both sides, above which three finders are no code's. */
const maxResidual = 0.5;

/**
 * Sizes and maps that the finders alone suggest. The line through two finder centres stays a line under tilt,
 * and along it the finders' edges lie at known modules: a one-dimensional projective fit to them gives the
 * perspective of that side and, by its residual, the number of modules. Two sides give the whole map.
 */
export function guessGrids(
  binary: GreyImage,
  { topLeft, topRight, bottomLeft }: Triple,
  dark: number,
  count: number
): GridGuess[] {
  const across = sideOf(binary, topLeft, topRight, dark);
  const down = sideOf(binary, topLeft, bottomLeft, dark);
  if (!across || !down) return [];
  const guesses: { guess: GridGuess; residual: number }[] = [];
  for (const size of sizes) {
    const u = fitSide(across, size);
    const v = fitSide(down, size);
    if (!u || !v) continue;
    const middle = 3.5;
    const from = [
      { x: 0, y: middle },
      { x: size, y: middle },
      { x: middle, y: 0 },
      { x: middle, y: size }
    ];
    const map = homographyOf(from, [
      at(across, u, 0),
      at(across, u, size),
      at(down, v, 0),
      at(down, v, size)
    ]);
    if (map) guesses.push({ guess: { size, map }, residual: u.residual + v.residual });
  }
  return guesses
    .filter(({ residual }) => residual < maxResidual)
    .sort((a, b) => a.residual - b.residual)
    .slice(0, count)
    .map(({ guess }) => guess);
}

/** Edges along the line through two finder centres, as distances from the first centre. */
interface Side {
  from: Point;
  direction: Point;
  /** Edge at `module` modules from the near centre (`end` 0) or from the far one (`end` 1). */
  edges: { distance: number; module: number; end: 0 | 1 }[];
}

function sideOf(binary: GreyImage, from: Point, to: Point, dark: number): Side | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const direction = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const edges: Side['edges'] = [];
  for (const end of [0, 1] as const) {
    for (const sign of [-1, 1]) {
      const crossings = edgesFrom(
        binary,
        end ? to : from,
        { x: direction.x * sign, y: direction.y * sign },
        dark,
        length / 2
      );
      if (!crossings) return null;
      crossings.forEach((far, i) =>
        edges.push({ distance: end * length + sign * far, module: sign * (i + 1.5), end })
      );
    }
  }
  return { from, direction, edges };
}

interface SideFit {
  a: number;
  b: number;
  c: number;
  /** Mean squared misfit in modules. */
  residual: number;
}

/** distance = (a·t + b) / (c·t + 1), t in modules from the code's edge, by linear least squares. */
function fitSide({ edges }: Side, size: number): SideFit | null {
  const normal = [0, 1, 2].map(() => [0, 0, 0, 0]);
  const position = ({ module, end }: Side['edges'][number]) => (end ? size - 3.5 : 3.5) + module;
  for (const edge of edges) {
    const t = position(edge);
    const row = [t, 1, -edge.distance * t];
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) normal[i]![j]! += row[i]! * row[j]!;
      normal[i]![3]! += row[i]! * edge.distance;
    }
  }
  const fit = solve(normal);
  if (!fit) return null;
  const [a, b, c] = fit as [number, number, number];
  let residual = 0;
  for (const edge of edges) {
    const t = position(edge);
    const w = c * t + 1;
    if (w <= 0.05) return null;
    // the local length of a module turns the misfit into modules
    const module = Math.abs(a - b * c) / (w * w);
    if (module < 0.5) return null;
    residual += (((a * t + b) / w - edge.distance) / module) ** 2;
  }
  return { a, b, c, residual: residual / edges.length };
}

function at({ from, direction }: Side, { a, b, c }: SideFit, t: number): Point {
  const far = (a * t + b) / (c * t + 1);
  return { x: from.x + direction.x * far, y: from.y + direction.y * far };
}
