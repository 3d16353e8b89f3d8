import { luminanceAt } from '../../image/luminance';
import { eachInside } from '../../image/region';
import { faceRegion } from '../../face/region';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Mean luminance of the face region, 0…1 of linear light. ISO/IEC 29794-5 LuminanceMean. */
export const luminanceMean: Measure = {
  id: 'luminance.mean',
  unit: '',
  value({ image, faces: [face] }) {
    if (!face) return null;
    let sum = 0;
    let count = 0;
    eachInside(image, faceRegion(face), (at) => {
      sum += luminanceAt(image, at);
      count++;
    });
    return count ? sum / count / 255 : null;
  },
  quality: (value) => percent(100 * sigmoid(value, 0.2, 0.05) * (1 - sigmoid(value, 0.8, 0.05)))
};
