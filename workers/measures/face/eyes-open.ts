import { distance } from '../../image/point';
import { landmark } from '../../face/face';
import { leftEye, lidPairs, rightEye } from '../../face/parts';
import { percent, sigmoid } from '../tools/quality';
import { around } from '../tools/evidence-boxes';
import type { Measure } from '../measure';

/** The narrower eye's widest lid gap, in eye-to-chin lengths. ISO/IEC 29794-5 EyesOpen. */
export const eyesOpen: Measure = {
  id: 'eyes.open',
  unit: '',
  value({ sitter }) {
    if (!sitter) return null;
    const { face } = sitter;
    const gaps = [lidPairs.left, lidPairs.right].map((pairs) =>
      Math.max(...pairs.map(([upper, lower]) => distance(landmark(face, upper), landmark(face, lower))))
    );
    return Math.min(...gaps) / sitter.eyeToChin;
  },
  quality: (value) => percent(100 * sigmoid(value, 0.02, 0.01)),
  regions: ({ faces: [face] }) =>
    face ? [leftEye, rightEye].map((eye) => around(face, Object.values(eye))) : []
};
