import { labOf } from '../../image/lab';
import { eachIn } from '../../image/region';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** CIELAB a* and b* that skin has in natural light. */
const natural = { a: [5, 25], b: [5, 35] } as const;

const outside = (value: number, [low, high]: readonly [number, number]) =>
  Math.max(0, low - value, value - high);

/**
 * How far the cheeks' mean colour lies outside what skin has in natural light, in CIELAB; 0 inside.
 * ISO/IEC 29794-5 NaturalColour.
 */
export const colourNatural: Measure = {
  id: 'colour.natural',
  unit: '',
  value({ image, sitter }) {
    if (!sitter) return null;
    let a = 0;
    let b = 0;
    let count = 0;
    for (const side of ['left', 'right'] as const)
      eachIn(image, sitter.cheeks[side], (at) => {
        const lab = labOf(image.data[at]!, image.data[at + 1]!, image.data[at + 2]!);
        a += lab[1];
        b += lab[2];
        count++;
      });
    return count ? Math.hypot(outside(a / count, natural.a), outside(b / count, natural.b)) : null;
  },
  quality: (value) => percent(200 * (1 - sigmoid(value, 0, 10)))
};
