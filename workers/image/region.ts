import type { RgbaImage } from './image';
import type { Point } from './point';

/** A rectangle in pixels, `right` and `bottom` exclusive. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The part of `box` inside the picture, on whole pixels; null when nothing is left. */
function clip(box: Box, { width, height }: { width: number; height: number }): Box | null {
  const left = Math.max(0, Math.round(box.left));
  const top = Math.max(0, Math.round(box.top));
  const right = Math.min(width, Math.round(box.right));
  const bottom = Math.min(height, Math.round(box.bottom));
  return right > left && bottom > top ? { left, top, right, bottom } : null;
}

/** A square of side `side` around `centre`, all in pixels. */
export function square(centre: Point, side: number): Box {
  const half = side / 2;
  return { left: centre.x - half, top: centre.y - half, right: centre.x + half, bottom: centre.y + half };
}

/**
 * Calls `visit` with the byte offset of each pixel inside the polygon (even–odd, by pixel centres), at most about
 * `limit` of them, evenly spread.
 */
export function eachInside(
  image: RgbaImage,
  polygon: readonly Point[],
  visit: (at: number, x: number, y: number) => void,
  limit = 40_000
): void {
  const xs = polygon.map(({ x }) => x);
  const ys = polygon.map(({ y }) => y);
  const box = clip(
    { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs) + 1, bottom: Math.max(...ys) + 1 },
    image
  );
  if (!box) return;
  const step = Math.max(1, Math.ceil(Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / limit)));
  for (let y = box.top; y < box.bottom; y += step) {
    const crossings: number[] = [];
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const a = polygon[i]!;
      const b = polygon[j]!;
      if (a.y > y + 0.5 !== b.y > y + 0.5)
        crossings.push(a.x + ((y + 0.5 - a.y) / (b.y - a.y)) * (b.x - a.x));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const end = Math.min(box.right, Math.round(crossings[k + 1]!));
      for (let x = Math.max(box.left, Math.round(crossings[k]!)); x < end; x += step)
        visit((y * image.width + x) * 4, x, y);
    }
  }
}

/** Calls `visit` with the byte offset of each pixel of the box. */
export function eachIn(image: RgbaImage, box: Box, visit: (at: number, x: number, y: number) => void): void {
  const inside = clip(box, image);
  if (!inside) return;
  for (let y = inside.top; y < inside.bottom; y++)
    for (let x = inside.left; x < inside.right; x++) visit((y * image.width + x) * 4, x, y);
}
