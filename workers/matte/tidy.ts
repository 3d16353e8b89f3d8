import { flooder } from '../image/flood';
import { atLeast, type Plane } from '../image/image';
import type { Point } from '../image/point';
import { within } from './trimap';

/** Below and above these, alpha is noise of the solver. */
const clearBelow = 0.04;
const solidAbove = 0.95;

/** Pixels from which on a separate piece is a thing rather than hair. */
const thickPiece = 40;

/** Pixels by which a bunch of hair or a strand may be apart from the rest. */
const hairApart = 8;

/** What is known of some pixels, 1 where it is so. */
export interface KnownPixels {
  /** The colour is surely the wall's: gaps between strands stay open. */
  isWall?: Uint8Array;
  /** The sitter's hair: pieces of it stay that no more than a thin strand joins to the head. */
  hair?: Uint8Array;
}

/**
 * Cleans a matte, in place: levels to exactly 0 and 1 at the ends, keeps the one piece that holds the face, and
 * fills holes that show no wall.
 *
 * @param face a point inside the face, in the matte's pixels
 * @param maxHole holes up to this many pixels are filled; larger ones are gaps between arm and body
 */
export function tidy(alpha: Plane, face: Point, maxHole: number, { isWall, hair }: KnownPixels = {}): void {
  const { width, height, data } = alpha;
  for (let at = 0; at < data.length; at++) {
    const value = (data[at]! - clearBelow) / (solidAbove - clearBelow);
    data[at] = value <= 0 ? 0 : value >= 1 ? 1 : value;
  }
  const start = Math.round(face.y) * width + Math.round(face.x);
  const flood = flooder(width, height);
  const sitter = new Uint8Array(width * height);
  // Components of alpha > 0.
  flood(atLeast(data, Number.MIN_VALUE), start, sitter);
  if (hair) joinHair(alpha, sitter, hair);
  for (let at = 0; at < data.length; at++) if (!sitter[at]) data[at] = 0;
  const thick = atLeast(data, 0.5);
  const own = new Uint8Array(width * height);
  flood(thick, start, own);
  // A component of alpha ≥ 0.5 that is joined to the face by thinner alpha alone: small ones are hair and stay.
  const seen = own.slice();
  for (let at = 0; at < data.length; at++) {
    if (seen[at] || !thick[at]) continue;
    const piece = flood(thick, at, seen);
    if (piece.length >= thickPiece && !isHair(piece, hair)) erase(alpha, piece, own);
  }
  const open = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) open[at] = data[at]! >= 0.5 ? 0 : 1;
  const outside = new Uint8Array(width * height);
  eachEdgePixel(width, height, (at) => {
    if (open[at] && !outside[at]) flood(open, at, outside);
  });
  for (let at = 0; at < data.length; at++) {
    if (outside[at] || !open[at]) continue;
    const hole = flood(open, at, outside);
    const wall = isWall ? hole.reduce((count, pixel) => count + isWall[pixel]!, 0) : 0;
    if (hole.length <= maxHole && wall < 0.3 * hole.length) for (const pixel of hole) data[pixel] = 1;
  }
}

const isHair = (piece: Int32Array, hair?: Uint8Array): boolean =>
  hair !== undefined && 2 * piece.reduce((count, at) => count + hair[at]!, 0) > piece.length;

/** Takes into the sitter what is apart from them, is hair and lies near. */
function joinHair(alpha: Plane, sitter: Uint8Array, hair: Uint8Array): void {
  const { width, height, data } = alpha;
  const flood = flooder(width, height);
  const any = atLeast(data, Number.MIN_VALUE);
  const seen = sitter.slice();
  let near: Uint8Array | undefined;
  for (let at = 0; at < data.length; at++) {
    if (seen[at] || !any[at]) continue;
    const piece = flood(any, at, seen);
    if (!isHair(piece, hair)) continue;
    near ??= within(sitter, 1, alpha, hairApart);
    if (piece.some((pixel) => near![pixel])) for (const pixel of piece) sitter[pixel] = 1;
  }
}

/** Removes a piece and its soft edge, but nothing of the sitter's own. */
function erase({ width, data }: Plane, piece: Int32Array, own: Uint8Array): void {
  for (const pixel of piece)
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++) {
        const to = pixel + dy * width + dx;
        if (to >= 0 && to < data.length && !own[to]) data[to] = 0;
      }
}

function eachEdgePixel(width: number, height: number, visit: (at: number) => void): void {
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
}
