import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { faceTones, shares } from '../tools/tones';

/** Entropy of the face's luminance histogram in bits, 0 (one level) … 8. ISO/IEC 29794-5 DynamicRange. */
export const dynamicRange: Measure = {
  id: 'dynamic.range',
  unit: 'bit',
  value(scene) {
    const tones = faceTones(scene);
    return tones && shares(tones).reduce((sum, share) => (share ? sum - share * Math.log2(share) : sum), 0);
  },
  quality: (value) => percent(12.5 * value)
};
