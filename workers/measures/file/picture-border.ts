import { createPlane, type Plane, type RgbaImage } from '../../image/image';
import { lumaAt } from '../../image/luminance';
import { resample } from '../../image/resample';
import type { HeadGeometry } from '../../face/head-geometry';
import { box } from '../tools/evidence-patches';
import { Lines, meeting, type Line } from '../tools/lines';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** Longer side, in pixels, that lines are looked for at. */
const side = 200;
/** How near to the head a side may be, above, below and beside it, and how far off, in face widths. */
const near = { above: 0.02, below: 0.1, beside: 0.1 };
const far = 2.5;
/** Slopes by which opposite sides may differ, as in perspective, and neighbours may stand off a right angle. */
const opposite = 0.15;
const askew = 0.2;

/**
 * How far a rectangle of straight edges frames the head, as the edge of a print or the rim of a screen does: the share
 * of its weakest side that is an edge, 0…1, of the best rectangle. Walls and doors have no side that crosses the chest.
 * Null for what our own camera took. Our own.
 */
export const pictureBorder: Measure = {
  id: 'picture.border',
  unit: '',
  value({ image, geometry, file }) {
    if (!file || !geometry) return null;
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    return bestFrame(lumaOf(image, scale), geometry, scale);
  },
  quality: (value) => percent(100 * (1 - value)),
  regions: ({ image }) => [box(0, 0, image.width, image.height)]
};

function bestFrame(luma: Plane, geometry: HeadGeometry, scale: number): number {
  const [top, bottom, left, right] = (['crownY', 'chinY', 'faceLeft', 'faceRight'] as const).map(
    (name) => geometry[name] * scale
  ) as [number, number, number, number];
  const width = right - left;
  const along = new Lines(luma);
  const down = new Lines(transposed(luma));
  const across = (from: number, to: number) => along.find({ left, right, from, to });
  const upright = (from: number, to: number) => down.find({ left: top, right: bottom, from, to });
  const tops = across(top - far * width, top - near.above * width);
  const bottoms = across(bottom + near.below * width, bottom + far * width);
  const lefts = upright(left - far * width, left - near.beside * width);
  const rights = upright(right + near.beside * width, right + far * width);
  let best = 0;
  for (const [over, under] of pairs(tops, bottoms))
    for (const [before, behind] of pairs(lefts, rights)) {
      if (Math.abs(over.slope + before.slope) > askew) continue;
      const shares = [
        along.share(over, meeting(over, before).x, meeting(over, behind).x),
        along.share(under, meeting(under, before).x, meeting(under, behind).x),
        down.share(before, meeting(over, before).y, meeting(under, before).y),
        down.share(behind, meeting(over, behind).y, meeting(under, behind).y)
      ];
      best = Math.max(best, Math.min(...shares));
    }
  return best;
}

/** Of lines on opposite sides, those that may belong to one rectangle. */
const pairs = (some: readonly Line[], others: readonly Line[]): [Line, Line][] =>
  some.flatMap((one) =>
    others
      .filter(({ slope }) => Math.abs(slope - one.slope) <= opposite)
      .map((other): [Line, Line] => [one, other])
  );

function lumaOf(image: RgbaImage, scale: number): Plane {
  const width = Math.round(image.width * scale);
  const height = Math.round(image.height * scale);
  const small = resample(image, { x: 0, y: 0, width: image.width, height: image.height }, width, height);
  const luma = createPlane(width, height);
  for (let i = 0; i < luma.data.length; i++) luma.data[i] = lumaAt(small, 4 * i);
  return luma;
}

function transposed({ width, height, data }: Plane): Plane {
  const result = createPlane(height, width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result.data[x * height + y] = data[y * width + x]!;
  return result;
}
