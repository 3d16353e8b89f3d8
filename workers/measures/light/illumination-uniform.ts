import { eachIn } from '../../image/region';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { shares, tonesOf } from '../tools/tones';

/**
 * Histogram intersection of the luminance of both cheeks, 0 (nothing in common) … 1 (same light). Squares of
 * 0.3 inter-eye distances below each eye, half-way to the mouth. ISO/IEC 29794-5 IlluminationUniformity.
 */
export const illuminationUniform: Measure = {
  id: 'illumination.uniform',
  unit: '',
  value({ image, sitter }) {
    if (!sitter) return null;
    const [left, right] = (['left', 'right'] as const).map((side) => {
      const tones = tonesOf(image, (visit) => eachIn(image, sitter.cheeks[side], visit));
      return tones && shares(tones);
    });
    return left && right ? left.reduce((sum, value, bin) => sum + Math.min(value, right[bin]!), 0) : null;
  },
  quality: (value) => percent(100 * value ** 0.3)
};
