import type { Point } from '../../image/point';
import type { GreyImage } from '../grey';
import type { Finder } from './finders';

/** Distances at which a ray from a finder's centre leaves the square, enters the ring and leaves it. */
export function edgesFrom(
  { width, height, data }: GreyImage,
  centre: Point,
  direction: Point,
  dark: number,
  reach: number
): number[] | null {
  const step = 0.25;
  const edges: number[] = [];
  let inside = true;
  for (let far = 0; far < reach && edges.length < 3; far += step) {
    const x = Math.floor(centre.x + direction.x * far);
    const y = Math.floor(centre.y + direction.y * far);
    // beyond the picture lies the white border that was cropped off
    const isInside = x >= 0 && y >= 0 && x < width && y < height;
    if ((isInside && data[y * width + x] === dark) !== inside) {
      edges.push(far - step / 2);
      inside = !inside;
    }
  }
  return edges.length === 3 ? edges : null;
}

const directions = Array.from({ length: 16 }, (_, i) => ({
  x: Math.cos((i * Math.PI) / 8),
  y: Math.sin((i * Math.PI) / 8)
}));

/**
 * Share of sixteen directions in which square, ring and ring of a finder follow each other at 1.5 : 2.5 : 3.5,
 * which tilt and rotation leave as it is. Chance patterns that a row and a column take for a finder stay below
 * a half.
 */
export function roundness(binary: GreyImage, finder: Finder, dark: number): number {
  const reach = 8 * Math.max(finder.moduleX, finder.moduleY);
  let fits = 0;
  for (const direction of directions) {
    const edges = edgesFrom(binary, finder, direction, dark, reach);
    if (!edges) continue;
    const [square, light, ring] = edges as [number, number, number];
    if (Math.abs(square / ring - 3 / 7) < 0.15 && Math.abs(light / ring - 5 / 7) < 0.13) fits++;
  }
  return fits / directions.length;
}
