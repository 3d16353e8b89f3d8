import type { Plane } from '../image/image';
import type { Point } from '../image/point';

/** Below and above these, alpha is noise of the solver. */
const clearBelow = 0.04;
const solidAbove = 0.95;

/**
 * Cleans a matte, in place: levels to exactly 0 and 1 at the ends, keeps the one piece that holds the face, and
 * fills holes that show no wall.
 *
 * @param face a point inside the face, in the matte's pixels
 * @param maxHole holes up to this many pixels are filled; larger ones are gaps between arm and body
 * @param isWall 1 where the colour is surely the wall's: gaps between strands stay open
 */
export function tidy(alpha: Plane, face: Point, maxHole: number, isWall?: Uint8Array): void {
  const { width, height, data } = alpha;
  for (let at = 0; at < data.length; at++) {
    const value = (data[at]! - clearBelow) / (solidAbove - clearBelow);
    data[at] = value <= 0 ? 0 : value >= 1 ? 1 : value;
  }
  const start = Math.round(face.y) * width + Math.round(face.x);
  const sitter = new Uint8Array(width * height);
  flood(alpha, start, (value) => value > 0, sitter);
  const solid = new Uint8Array(width * height);
  flood(alpha, start, (value) => value >= 0.5, solid);
  for (let at = 0; at < data.length; at++) if (!sitter[at]) data[at] = 0;
  // Wisps that hang on the sitter only by a thread stay; thick pieces that do are something else.
  dropThick(alpha, solid);
  const seen = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    if (seen[at] || data[at]! >= 0.5) continue;
    const hole = flood(alpha, at, (value) => value < 0.5, seen);
    const touchesEdge = hole.some((pixel) => {
      const x = pixel % width;
      return x === 0 || x === width - 1 || pixel < width || pixel >= width * (height - 1);
    });
    const wall = isWall ? hole.reduce((count, pixel) => count + isWall[pixel]!, 0) : 0;
    if (!touchesEdge && hole.length <= maxHole && wall < 0.3 * hole.length)
      for (const pixel of hole) data[pixel] = 1;
  }
}

/** Removes pieces of alpha ≥ 0.5 that are not part of the sitter's own, and their soft edges. */
function dropThick(alpha: Plane, solid: Uint8Array): void {
  const { width, height, data } = alpha;
  const seen = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    if (seen[at] || solid[at] || data[at]! < 0.5) continue;
    const piece = flood(alpha, at, (value) => value >= 0.5, seen);
    if (piece.length < 40) continue;
    for (const pixel of piece)
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) {
          const to = pixel + dy * width + dx;
          if (to >= 0 && to < data.length && !solid[to]) data[to] = 0;
        }
  }
}

/** Pixels connected (4 neighbours) to `start` whose alpha `belongs`; marks them. */
function flood(
  { width, height, data }: Plane,
  start: number,
  belongs: (value: number) => boolean,
  marks: Uint8Array
): number[] {
  if (!belongs(data[start] ?? NaN)) return [];
  const found = [start];
  marks[start] = 1;
  for (let next = 0; next < found.length; next++) {
    const at = found[next]!;
    const x = at % width;
    const visit = (to: number) => {
      if (!marks[to] && belongs(data[to]!)) {
        marks[to] = 1;
        found.push(to);
      }
    };
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < width * (height - 1)) visit(at + width);
  }
  return found;
}
