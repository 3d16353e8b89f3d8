import type { Plane, RgbaImage } from '../../image/image';
import { lumaAt } from '../../image/luminance';
import { resample } from '../../image/resample';
import { box } from '../tools/cells';
import { percent } from '../tools/quality';
import type { HeadGeometry } from '../../face/head-geometry';
import type { Measure } from '../measure';

/** Longer side, in pixels, that lines are looked for at. */
const side = 256;
/** A line may run this far off its side's direction, from end to end, in parts of its length. */
const mostTilt = 0.06;
/** Levels from one side of an edge to the other, and how much more they are than beside it. */
const leastStep = 10;
const standsOut = 2;
/** Rows off the edge that count as beside it. */
const besideEdge = 3;
/** Air about the head, in face widths, in which no line is looked for. */
const air = 0.15;

/**
 * How far straight lines frame the picture, as the edge of a print or the rim of a screen does: along each side, the
 * line outside the head that is an edge for the largest share of its length; of the four, the third best, since a
 * window or a door behind a sitter seldom has more than two. 0…1. Null for what our own camera took. Our own.
 */
export const pictureBorder: Measure = {
  id: 'picture.border',
  unit: '',
  value({ image, geometry, file }) {
    if (!file || !geometry) return null;
    return sidesOf(image, geometry)
      .map(({ luma, reach }) => bestLine(luma, reach))
      .sort((a, b) => b - a)[2]!;
  },
  quality: (value) => percent(100 * (1 - value)),
  regions: ({ image }) => [box(0, 0, image.width, image.height)]
};

/** The picture seen from each side as from the top, and how many rows there are before the head. */
function sidesOf(image: RgbaImage, geometry: HeadGeometry): { luma: Plane; reach: number }[] {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const width = Math.round(image.width * scale);
  const height = Math.round(image.height * scale);
  const whole = { x: 0, y: 0, width: image.width, height: image.height };
  const small = resample(image, whole, width, height);
  const { crownY, chinY, faceLeft, faceRight } = geometry;
  const margin = air * (faceRight - faceLeft);
  const seen = (
    across: number,
    deep: number,
    at: (along: number, depth: number) => number,
    reach: number
  ) => ({
    luma: {
      width: across,
      height: deep,
      data: Float32Array.from({ length: across * deep }, (_, i) =>
        lumaAt(small, 4 * at(i % across, Math.floor(i / across)))
      )
    },
    reach: Math.floor(Math.min(deep / 2, (reach - margin) * scale))
  });
  return [
    seen(width, height, (along, depth) => depth * width + along, crownY),
    seen(width, height, (along, depth) => (height - 1 - depth) * width + along, image.height - chinY),
    seen(height, width, (along, depth) => along * width + depth, faceLeft),
    seen(height, width, (along, depth) => along * width + (width - 1 - depth), image.width - faceRight)
  ];
}

/** The largest share of its length for which a line among the first `reach` rows is an edge. */
function bestLine({ width, height, data }: Plane, reach: number): number {
  const step = (x: number, y: number) =>
    y < 1 || y >= height - 1 ? 0 : Math.abs(data[(y + 1) * width + x]! - data[(y - 1) * width + x]!);
  const isEdge = new Uint8Array(width * height);
  for (let y = 1; y < Math.min(height - 1, reach + mostTilt * width); y++)
    for (let x = 0; x < width; x++) {
      const here = step(x, y);
      const beside = Math.min(step(x, y - besideEdge), step(x, y + besideEdge));
      if (here >= leastStep && here >= standsOut * beside) isEdge[y * width + x] = 1;
    }
  const tilt = Math.round(mostTilt * width);
  let best = 0;
  for (let from = 1; from < reach; from++)
    for (let to = from - tilt; to <= from + tilt; to++) {
      let count = 0;
      for (let x = 0; x < width; x++) {
        const y = Math.round(from + ((to - from) * x) / width);
        if (y > 0 && y < height) count += isEdge[y * width + x]!;
      }
      best = Math.max(best, count);
    }
  return best / width;
}
