import type { Window } from '../image/resample';

interface Size {
  width: number;
  height: number;
}

/** A part of a picture, in whole pixels of it, and how many pixels are read for each of its own. */
export interface Piece {
  part: Window;
  scale: number;
}

/** Longer side and pixels of a picture that is read at once: what a canvas holds on every phone. */
const maxSide = 4096;
const maxPixels = maxSide * maxSide;
/** Side of the squares that larger pictures are read in, and how far they overlap: a code of that size is in one. */
const side = 3072;
const overlap = 768;

/**
 * How a picture is read: at once, or, where it is larger than a canvas, first as a whole made smaller and then in
 * overlapping squares as it is, so that a small code on a long screenshot keeps its pixels.
 */
export function piecesOf(size: Size): Piece[] {
  const { width, height } = size;
  const part = { x: 0, y: 0, width, height };
  if (Math.max(width, height) <= maxSide && width * height <= maxPixels) return [{ part, scale: 1 }];
  const squares = startsOf(height).flatMap((y) =>
    startsOf(width).map((x) => ({
      part: { x, y, width: Math.min(side, width - x), height: Math.min(side, height - y) },
      scale: 1
    }))
  );
  return [{ part, scale: maxSide / Math.max(width, height) }, ...squares];
}

/** Where the squares along one side begin: evenly, none with less overlap than asked for. */
function startsOf(length: number): number[] {
  if (length <= side) return [0];
  const steps = Math.ceil((length - side) / (side - overlap));
  return Array.from({ length: steps + 1 }, (_, step) => Math.round((step * (length - side)) / steps));
}
