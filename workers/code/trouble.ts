import type { RgbaImage } from '../image/image';
import type { CodeTrouble } from '../protocol';
import { luma, type GreyImage } from './grey';
import { findFinders, type Finder } from './locate/finders';
import { localThreshold } from './prepare/local';
import { blur } from './prepare/blur';
import { enlarge, halve } from './prepare/scale';

/** Below this many pixels a module no decoder here reads reliably. */
const minModule = 2;
/** Width of a dark-to-light edge, in modules, above which modules run into each other. */
const maxEdge = 1.1;
/** Share of burnt-out pixels inside the code; white modules are half of it and rarely clip evenly. */
const maxBurnt = 0.2;

/**
 * Why a picture that no stage could read was not read, for the student's next try. Looks for finder patterns,
 * which survive when the data does not: none means no code; then size, glare, focus and missing parts are judged
 * around them.
 */
export function codeTrouble(picture: RgbaImage): CodeTrouble {
  const grey = luma(picture);
  const { finders, scale } = search(grey);
  if (finders.length === 0) return 'none';
  const module = median(finders.map(({ moduleX, moduleY }) => Math.min(moduleX, moduleY))) / scale;
  if (module < minModule) return 'tooSmall';
  const places = finders.map((finder) => ({ ...finder, x: finder.x / scale, y: finder.y / scale }));
  if (burntShare(grey, places, module) > maxBurnt) return 'glare';
  if (edgeWidth(grey, places, module) > maxEdge) return 'blurred';
  if (places.length < 3 && reachesOut(grey, places, module)) return 'cutOff';
  return 'unreadable';
}

/** Finders of the picture, of its smoothed half and of its double: the first that shows at least two, else the most. */
function search(grey: GreyImage): { finders: Finder[]; scale: number } {
  const tries = [
    { scale: 1, make: () => grey },
    { scale: 1, make: () => blur(grey, 1.2) },
    { scale: 0.5, make: () => halve(grey) },
    ...(grey.width * grey.height < 1e6 ? [{ scale: 2, make: () => enlarge(grey, 2) }] : [])
  ];
  let best: { finders: Finder[]; scale: number } = { finders: [], scale: 1 };
  for (const { scale, make } of tries) {
    const image = make();
    const binary = localThreshold(image, Math.max(12, Math.round(Math.min(image.width, image.height) / 24)));
    for (const dark of [0, 255] as const) {
      const finders = consistent(findFinders(binary, dark));
      if (finders.length > best.finders.length) best = { finders, scale };
    }
    if (best.finders.length >= 3) break;
  }
  // a single chance pattern in a picture is no code
  const [first] = best.finders;
  return best.finders.length === 1 && first!.hits < 5 ? { finders: [], scale: 1 } : best;
}

/** The most often crossed finder and up to two more of about its size. */
function consistent(finders: Finder[]): Finder[] {
  const [first] = finders;
  if (!first || first.hits < 3) return [];
  const size = first.moduleX + first.moduleY;
  return finders
    .filter(({ moduleX, moduleY, hits }) => {
      const ratio = (moduleX + moduleY) / size;
      return ratio > 0.6 && ratio < 1.67 && hits >= Math.max(3, first.hits / 4);
    })
    .slice(0, 3);
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The box around the finders, grown by half a finder. */
function boxOf({ width, height }: GreyImage, finders: Finder[], module: number): Box {
  const grow = 3.5 * module;
  const xs = finders.map(({ x }) => x);
  const ys = finders.map(({ y }) => y);
  return {
    left: Math.max(0, Math.floor(Math.min(...xs) - grow)),
    top: Math.max(0, Math.floor(Math.min(...ys) - grow)),
    right: Math.min(width, Math.ceil(Math.max(...xs) + grow)),
    bottom: Math.min(height, Math.ceil(Math.max(...ys) + grow))
  };
}

/** Share of the box in clipped blobs wider than any run of white modules is likely to be. */
function burntShare(grey: GreyImage, finders: Finder[], module: number): number {
  const { left, top, right, bottom } = boxOf(grey, finders, module);
  const cell = Math.max(3, Math.round(4 * module));
  let cells = 0;
  let burnt = 0;
  for (let y = top; y + cell <= bottom; y += cell) {
    for (let x = left; x + cell <= right; x += cell) {
      let clipped = true;
      for (let j = 0; j < cell && clipped; j += 2)
        for (let i = 0; i < cell; i += 2) {
          if (grey.data[(y + j) * grey.width + x + i]! < 235) {
            clipped = false;
            break;
          }
        }
      cells++;
      if (clipped) burnt++;
    }
  }
  return cells ? burnt / cells : 0;
}

/**
 * Mean width, in modules, of the edges that rows through the finders cross: local contrast over the steepest
 * slope near it, as in Marziliano's edge-width blur measure (2002).
 */
function edgeWidth(grey: GreyImage, finders: Finder[], module: number): number {
  const reach = Math.ceil(3.5 * module);
  const widths: number[] = [];
  for (const { x, y } of finders) {
    const row = Math.min(grey.height - 1, Math.max(0, Math.round(y))) * grey.width;
    const from = Math.max(1, Math.round(x) - reach);
    const to = Math.min(grey.width - 1, Math.round(x) + reach);
    let low = 255;
    let high = 0;
    let steepest = 1;
    for (let at = from; at < to; at++) {
      const value = grey.data[row + at]!;
      low = Math.min(low, value);
      high = Math.max(high, value);
      steepest = Math.max(steepest, Math.abs(value - grey.data[row + at - 1]!));
    }
    widths.push((high - low) / steepest / module);
  }
  return median(widths);
}

/** Whether a finder that is missing may lie outside: the ones there are sit at the frame's edge. */
function reachesOut({ width, height }: GreyImage, finders: Finder[], module: number): boolean {
  const near = 12 * module;
  return (
    finders.length < 3 &&
    finders.some(({ x, y }) => x < near || y < near || x > width - near || y > height - near)
  );
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
