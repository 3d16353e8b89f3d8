import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { faceTones } from '../tools/tones';

/** Mean luminance of the face region, 0…1 of linear light. ISO/IEC 29794-5 LuminanceMean. */
export const luminanceMean: Measure = {
  id: 'luminance.mean',
  unit: '',
  value(scene) {
    const tones = faceTones(scene);
    return tones && tones.sum / tones.count / 255;
  },
  quality: (value) => percent(100 * sigmoid(value, 0.2, 0.05) * (1 - sigmoid(value, 0.8, 0.05)))
};
