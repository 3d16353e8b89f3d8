import { faceArea } from '../../face/face';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/**
 * Area of the second largest face over that of the largest, 0…1; 1 when there is no face at all.
 * ISO/IEC 29794-5 SingleFacePresent.
 */
export const faceSingle: Measure = {
  id: 'face.single',
  unit: '',
  value({ faces: [first, second] }) {
    if (!first) return 1;
    return second ? faceArea(second) / faceArea(first) : 0;
  },
  quality: (value) => percent(100 * (1 - value))
};
