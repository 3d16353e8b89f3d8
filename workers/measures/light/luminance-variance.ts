import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { faceTones, shares } from '../tools/tones';

/** Variance of the face's luminance, as shares of full light. ISO/IEC 29794-5 LuminanceVariance. */
export const luminanceVariance: Measure = {
  id: 'luminance.variance',
  unit: '',
  value(scene) {
    const tones = faceTones(scene);
    if (!tones) return null;
    const histogram = shares(tones);
    const mean = histogram.reduce((sum, share, level) => sum + (share * level) / 255, 0);
    return histogram.reduce((sum, share, level) => sum + share * (level / 255 - mean) ** 2, 0);
  },
  quality: (value) => percent(100 * Math.sin((Math.PI * 60 * value) / (60 * value + 1)))
};
