import { landmark } from '../../face/face';
import { faceFrame, matteAt, toFace, toPicture } from '../../face/patch';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Crown above the eyes, in eye-to-chin lengths, and outline above the brows, in face widths, of the tallest hair. */
const tallest = 1.25;
const widest = 1.72;

/**
 * Whether what covers the head stands both higher and wider than hair does: the lesser of its height and its width
 * above the brows over those of high and of wide hair; above 1 for a brimmed hat. By the matte; a close cap or scarf
 * is not told from hair. Our own.
 */
export const headCovered: Measure = {
  id: 'head.covering',
  unit: '',
  value({ image, faces: [face], geometry, matte }) {
    if (!face || !geometry || !matte) return null;
    const frame = faceFrame(face);
    const [right, left] = [toFace(frame, landmark(face, 234)).x, toFace(frame, landmark(face, 454)).x];
    let width = 0;
    for (let y = -1.6; y <= -0.6; y += 0.05) {
      let row = 0;
      for (const side of [-1, 1])
        for (let d = 0; d < 2; d += 0.03) {
          if (matteAt(matte, image, toPicture(frame, { x: (left + right) / 2 + side * d, y })) < 0.5) break;
          row += 0.03;
        }
      width = Math.max(width, row / (left - right));
    }
    const height = (geometry.eyeY - geometry.crownY) / (geometry.chinY - geometry.eyeY);
    return Math.min(height / tallest, width / widest);
  },
  quality: (value) => percent(100 * (1 - sigmoid(value, 1, 0.05)))
};
