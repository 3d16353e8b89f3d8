import { labOf } from '../../image/lab';
import { quantile } from '../../image/statistics';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { box } from '../tools/evidence-patches';

/** Every how many pixels each way are looked at. */
const step = 6;
/** Share of the pixels that stay below. */
const share = 0.9;

/**
 * Chroma in CIELAB that nine tenths of the picture stay below, less the chroma that all of it has in common: 0 of a
 * black-and-white picture and of one in tones of a single colour, such as sepia. Our own.
 */
export const pictureColoured: Measure = {
  id: 'picture.coloured',
  unit: '',
  value({ image }) {
    const as: number[] = [];
    const bs: number[] = [];
    for (let y = 0; y < image.height; y += step)
      for (let x = 0; x < image.width; x += step) {
        const at = (y * image.width + x) * 4;
        const lab = labOf(image.data[at]!, image.data[at + 1]!, image.data[at + 2]!);
        as.push(lab[1]);
        bs.push(lab[2]);
      }
    if (!as.length) return null;
    const a = quantile(as, 0.5);
    const b = quantile(bs, 0.5);
    return quantile(
      as.map((value, i) => Math.hypot(value - a, bs[i]! - b)),
      share
    );
  },
  quality: (value) => percent(10 * value),
  regions: ({ image }) => [box(0, 0, image.width, image.height)]
};
