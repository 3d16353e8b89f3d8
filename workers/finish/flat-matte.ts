import type { Colour } from '../standard/colours';
import { createPlane, type Plane, type RgbaImage } from '../image/image';

/** Levels by which JPEG may move a flat colour. */
const tolerance = 24;
/** A pixel that differs by half of what the sitter usually differs by is half sitter; kept within these levels. */
const leastHalf = 24;
const mostHalf = 80;

/**
 * What a finished photo shows other than its flat background: 1 where a pixel is at least half sitter, else 0. How
 * much the sitter differs from the background is taken from the picture itself.
 */
export function flatMatte(image: RgbaImage, colour: Colour): Plane {
  const counts = new Uint32Array(256);
  const differences = new Uint8Array(image.width * image.height);
  for (let i = 0; i < differences.length; i++) {
    let difference = 0;
    for (let c = 0; c < 3; c++)
      difference = Math.max(difference, Math.abs(image.data[i * 4 + c]! - colour[c]!));
    differences[i] = difference;
    if (difference > tolerance) counts[difference]!++;
  }
  const threshold = Math.max(leastHalf, Math.min(mostHalf, median(counts) / 2));
  const plane = createPlane(image.width, image.height);
  for (let i = 0; i < differences.length; i++) plane.data[i] = differences[i]! > threshold ? 1 : 0;
  return plane;
}

function median(counts: Uint32Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level]!;
    if (2 * below >= all) return level;
  }
  return 0;
}
