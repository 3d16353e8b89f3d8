import type { RgbaImage } from '../image/image';
import { distance, midpoint, type Point } from '../image/point';
import type { CodeTrouble } from '../protocol';
import { luma, type GreyImage } from './grey';
import type { Finder } from './locate/finders';
import type { GridFit } from './locate/fit';
import { project } from './locate/homography';
import { locateCode, searchFinders, type FinderSearch } from './locate/locate';
import { roundness } from './locate/rays';

/** Below this many pixels a module no decoder here reads reliably. */
const minModule = 2;
/** Width of a dark-to-light edge, in modules, above which modules run into each other. */
const maxEdge = 1.5;
/** Share of the code's blocks of 4×4 modules that are burnt out; by chance one in 65,000 is white. */
const maxBurnt = 0.02;
/** Roundness of a finder that no chance pattern has. */
const sureRoundness = 0.85;
/** Levels above the code's own white that mark burnt-out paper. */
const burntStep = 5;

/**
 * Why a picture that no stage could read was not read, for the student's next try. Finder patterns survive when
 * the data does not: without one there is no code; with some, size, glare, focus and missing parts are judged
 * around them.
 */
export function diagnoseCode(picture: RgbaImage): CodeTrouble {
  const grey = luma(picture);
  let seen: { finders: Finder[]; search: FinderSearch } | null = null;
  for (const search of searchFinders(grey)) {
    const finders = search.finders.filter(
      (finder) => roundness(search.binary, finder, search.dark) >= sureRoundness
    );
    const code = finders.length > 1 ? locateCode(grey, search) : null;
    if (code) return troubleOfCode(grey, code.fit, finders);
    if (finders.length > (seen?.finders.length ?? 0)) seen = { finders: finders.slice(0, 3), search };
  }
  return seen ? troubleOfFinders(grey, seen.search, seen.finders) : 'none';
}

/** The whole grid is known. */
function troubleOfCode(grey: GreyImage, fit: GridFit, finders: Finder[]): CodeTrouble {
  const corner = project(fit.map, 0, 0);
  const sides = [project(fit.map, fit.size, 0), project(fit.map, 0, fit.size)];
  if (Math.min(...sides.map((end) => distance(corner, end))) / fit.size < minModule) return 'tooSmall';
  if (burntShare(grey, fit, whiteOf(grey, finders)) > maxBurnt) return 'glare';
  return edgeWidth(grey, finders) > maxEdge ? 'blurred' : 'unreadable';
}

/** Only finders are known, one or two of one code, or three that no grid fits. */
function troubleOfFinders(grey: GreyImage, search: FinderSearch, finders: Finder[]): CodeTrouble {
  const [first, second] = finders;
  // a single one of a few pixels is a chance pattern
  if (moduleOf(first!) < minModule) return second ? 'tooSmall' : 'none';
  if (edgeWidth(grey, finders) > maxEdge) return 'blurred';
  if (!second) return nearBorder(grey, first!, 10 * moduleOf(first!)) ? 'cutOff' : 'unreadable';
  if (finders.length > 2) return 'unreadable';
  const thirds = missingFinders(search, first!, second);
  if (thirds.some((third) => nearBorder(grey, third, 3.5 * moduleOf(first!)))) return 'cutOff';
  const white = whiteOf(grey, finders);
  return thirds.some((third) => isBurnt(grey, third, 2 * moduleOf(first!), white)) ? 'glare' : 'unreadable';
}

const moduleOf = ({ moduleX, moduleY }: Finder) => Math.min(moduleX, moduleY);

/** Where the third finder may be, on the sides of the two that look like code. */
function missingFinders({ binary }: FinderSearch, a: Finder, b: Finder): Point[] {
  const middle = midpoint(a, b);
  const across = { x: a.y - b.y, y: b.x - a.x };
  const module = (moduleOf(a) + moduleOf(b)) / 2;
  return [1, -1].flatMap((sign) => {
    const direction = { x: across.x * sign, y: across.y * sign };
    if (changesAlong(binary, middle, direction, 24 * module) < 6) return [];
    return [a, b].map(({ x, y }) => ({ x: x + direction.x, y: y + direction.y }));
  });
}

/** Changes between black and white on the way from a point; the last pixel of the picture goes on outside it. */
function changesAlong(
  { width, height, data }: GreyImage,
  from: Point,
  towards: Point,
  length: number
): number {
  const scale = 1 / Math.hypot(towards.x, towards.y);
  let changes = 0;
  let before: number | undefined;
  for (let far = 0; far < length; far++) {
    const x = Math.min(width - 1, Math.max(0, Math.floor(from.x + towards.x * scale * far)));
    const y = Math.min(height - 1, Math.max(0, Math.floor(from.y + towards.y * scale * far)));
    const value = data[y * width + x]!;
    if (before !== undefined && value !== before) changes++;
    before = value;
  }
  return changes;
}

function nearBorder({ width, height }: GreyImage, { x, y }: Point, margin: number): boolean {
  return x < margin || y < margin || x > width - margin || y > height - margin;
}

/** The code's white: the light rings of the finder that lies farthest from any glare. */
function whiteOf(grey: GreyImage, finders: Finder[]): number {
  const rings = finders.map(({ x, y, moduleX, moduleY }) => {
    const levels = [
      levelAt(grey, { x: x - 2 * moduleX, y }),
      levelAt(grey, { x: x + 2 * moduleX, y }),
      levelAt(grey, { x, y: y - 2 * moduleY }),
      levelAt(grey, { x, y: y + 2 * moduleY })
    ];
    return levels.sort((a, b) => a - b)[2]!;
  });
  return Math.min(...rings);
}

function levelAt({ width, height, data }: GreyImage, { x, y }: Point): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  return column < 0 || row < 0 || column >= width || row >= height ? 0 : data[row * width + column]!;
}

function burntShare(grey: GreyImage, { size, map }: GridFit, white: number): number {
  const block = 4;
  let blocks = 0;
  let burnt = 0;
  for (let top = 0; top + block <= size; top += block)
    for (let left = 0; left + block <= size; left += block) {
      blocks++;
      let clipped = true;
      for (let i = 0; i < block * block && clipped; i++) {
        const place = project(map, left + (i % block) + 0.5, top + Math.floor(i / block) + 0.5);
        clipped = levelAt(grey, place) > white + burntStep;
      }
      if (clipped) burnt++;
    }
  return burnt / blocks;
}

function isBurnt(grey: GreyImage, { x, y }: Point, radius: number, white: number): boolean {
  return [-1, 0, 1].every((j) =>
    [-1, 0, 1].every((i) => levelAt(grey, { x: x + i * radius, y: y + j * radius }) > white + burntStep)
  );
}

/**
 * Width, in modules, of the finders' outer edges along their row: contrast over the steepest slope, as in
 * Marziliano's edge-width measure of blur (2002). The median of the finders.
 */
function edgeWidth(grey: GreyImage, finders: Finder[]): number {
  const widths = finders.map(({ x, y, moduleX }) => {
    const row = Math.min(grey.height - 1, Math.max(0, Math.floor(y))) * grey.width;
    const from = Math.max(1, Math.floor(x - 5 * moduleX));
    const to = Math.min(grey.width - 1, Math.ceil(x + 5 * moduleX));
    let low = 255;
    let high = 0;
    let steepest = 1;
    for (let at = from; at < to; at++) {
      const value = grey.data[row + at]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
      steepest = Math.max(steepest, Math.abs(value - grey.data[row + at - 1]!));
    }
    return (high - low) / steepest / moduleX;
  });
  return widths.sort((a, b) => a - b)[widths.length >> 1]!;
}
