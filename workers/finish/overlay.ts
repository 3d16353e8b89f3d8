import type { RgbaImage } from '../image/image';
import type { Finding } from '../protocol';
import type { Colour } from '../standard/colours';
import { placesOf } from '../standard/head-measures';
import type { ResolvedStandard } from '../standard/resolve';
import { marksOf } from '../verdict/evidence';

const windowColour: Colour = [0, 120, 60];
const colours = { pass: [15, 107, 60], na: [18, 50, 92], warn: [179, 38, 30], fail: [179, 38, 30] } as const;

/** A copy of the finished photo with the standard's windows shaded and the findings' evidence drawn, in its pixels. */
export function drawOverlay(
  photo: RgbaImage,
  findings: readonly Finding[],
  standard: ResolvedStandard
): RgbaImage {
  const copy = { width: photo.width, height: photo.height, data: photo.data.slice() };
  for (const { from, to } of placesOf(standard.windows, copy.height))
    for (let y = Math.max(0, Math.ceil(from)); y < Math.min(copy.height, to); y++)
      for (let x = 0; x < copy.width; x++) tint(copy, x, y, windowColour, 0.2);
  for (const { points, verdict } of marksOf(findings)) draw(copy, points, colours[verdict]);
  return copy;
}

/** A line, or an outline that is closed. */
function draw(image: RgbaImage, points: readonly number[], colour: Colour): void {
  const count = points.length / 2;
  for (let i = 0; i < (count > 2 ? count : count - 1); i++) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    const next = (i + 1) % count;
    const dx = points[2 * next]! - x;
    const dy = points[2 * next + 1]! - y;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
    for (let step = 0; step <= steps; step++)
      tint(image, Math.round(x + (dx * step) / steps), Math.round(y + (dy * step) / steps), colour, 1);
  }
}

function tint(
  { width, height, data }: RgbaImage,
  x: number,
  y: number,
  colour: Colour,
  strength: number
): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  const at = (y * width + x) * 4;
  for (let c = 0; c < 3; c++) data[at + c] = data[at + c]! + strength * (colour[c]! - data[at + c]!);
}
