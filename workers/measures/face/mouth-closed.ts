import { distance } from '../../image/point';
import { landmark } from '../../face/face';
import { innerLipPairs, mouthExtremes } from '../../face/parts';
import { percent, sigmoid } from '../tools/quality';
import { around } from '../tools/evidence-boxes';
import type { Measure } from '../measure';

/** Widest inner-lip gap in eye-to-chin lengths. ISO/IEC 29794-5 MouthClosed. */
export const mouthClosed: Measure = {
  id: 'mouth.closed',
  unit: '',
  value({ sitter }) {
    if (!sitter) return null;
    const { face } = sitter;
    const gaps = innerLipPairs.map(([upper, lower]) =>
      distance(landmark(face, upper), landmark(face, lower))
    );
    return Math.max(...gaps) / sitter.eyeToChin;
  },
  quality: (value) => percent(100 * (1 - sigmoid(value, 0.2, 0.06))),
  regions: ({ faces: [face] }) => (face ? [around(face, mouthExtremes)] : [])
};
