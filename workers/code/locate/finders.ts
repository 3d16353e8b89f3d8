import type { GreyImage } from '../grey';

/** One of the three square targets of a QR code, in pixels of the picture. */
export interface Finder {
  x: number;
  y: number;
  /** Pixels a module across and down through the centre. */
  moduleX: number;
  moduleY: number;
  /** Scan lines that crossed it. */
  hits: number;
}

/** Play of one run in modules (ISO/IEC 18004 asks for 0.5; tilt and blur need more). */
const tolerance = 0.75;
/** Tilt makes a finder this much longer one way than the other at most. */
const maxStretch = 3.3;

/**
 * Finder patterns of a black-and-white picture: runs of 1:1:3:1:1 along a row that are confirmed down the column
 * and along the row again (ISO/IEC 18004:2015, clause 12). `dark` is the value of the dark modules: 255 for an
 * inverted code. Most often crossed first.
 */
export function findFinders(binary: GreyImage, dark: 0 | 255 = 0): Finder[] {
  const { width, height, data } = binary;
  const found: Finder[] = [];
  const runs = new Int32Array(5);
  const step = height > 1200 ? 2 : 1;
  for (let y = 0; y < height; y += step) {
    const row = y * width;
    runs.fill(0);
    let value = data[row]!;
    let length = 0;
    for (let x = 0; x <= width; x++) {
      const here = x < width ? data[row + x]! : -1;
      if (here === value) {
        length++;
        continue;
      }
      runs.copyWithin(0, 1);
      runs[4] = length;
      if (value === dark && isFinder(runs)) {
        const finder = confirm(binary, dark, x - runs[4] - runs[3]! - runs[2]! / 2, y);
        if (finder) merge(found, finder);
      }
      value = here;
      length = 1;
    }
  }
  return found.filter(({ hits }) => hits > 1).sort((a, b) => b.hits - a.hits);
}

function confirm({ width, height, data }: GreyImage, dark: number, x: number, y: number): Finder | null {
  const column = Math.floor(x);
  const down = crossing(y, height, (at) => data[at * width + column] === dark);
  if (!down) return null;
  const row = Math.floor(down.centre) * width;
  const across = crossing(column, width, (at) => data[row + at] === dark);
  if (!across) return null;
  const stretch = across.module / down.module;
  if (stretch > maxStretch || stretch < 1 / maxStretch) return null;
  return { x: across.centre, y: down.centre, moduleX: across.module, moduleY: down.module, hits: 1 };
}

/** Adds a crossing to the finder it belongs to, or as a new one. */
function merge(found: Finder[], finder: Finder): void {
  const known = found.find(
    ({ x, y, moduleX, moduleY }) =>
      Math.abs(x - finder.x) < 2 * moduleX && Math.abs(y - finder.y) < 2 * moduleY
  );
  if (!known) {
    found.push(finder);
    return;
  }
  const share = 1 / ++known.hits;
  for (const key of ['x', 'y', 'moduleX', 'moduleY'] as const)
    known[key] += (finder[key] - known[key]) * share;
}

function isFinder(runs: ArrayLike<number>): boolean {
  const total = runs[0]! + runs[1]! + runs[2]! + runs[3]! + runs[4]!;
  if (total < 7 || runs[0] === 0 || runs[1] === 0 || runs[2] === 0 || runs[3] === 0) return false;
  const module = total / 7;
  // small modules never fit without a pixel of play
  const play = Math.max(module * tolerance, Math.min(1, module * 0.9));
  return (
    Math.abs(runs[0]! - module) <= play &&
    Math.abs(runs[1]! - module) <= play &&
    Math.abs(runs[2]! - 3 * module) <= 3 * play &&
    Math.abs(runs[3]! - module) <= play &&
    Math.abs(runs[4]! - module) <= play
  );
}

/** The five runs of a finder through `at` on a line of `length` pixels; null when they are none. */
function crossing(
  at: number,
  length: number,
  isDark: (at: number) => boolean
): { centre: number; module: number } | null {
  if (at < 0 || at >= length || !isDark(at)) return null;
  const runs = [0, 0, 0, 0, 0];
  let start = at;
  for (let run = 2; run >= 0; run--) {
    for (; start >= 0 && isDark(start) === (run !== 1); start--) runs[run]!++;
  }
  const centreStart = start + 1 + runs[0]! + runs[1]!;
  let end = at + 1;
  for (let run = 2; run <= 4; run++) {
    for (; end < length && isDark(end) === (run !== 3); end++) runs[run]!++;
  }
  if (!isFinder(runs)) return null;
  return { centre: centreStart + runs[2]! / 2, module: (end - start - 1) / 7 };
}
