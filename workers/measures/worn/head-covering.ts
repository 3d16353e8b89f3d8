import { landmark } from '../../face/face';
import { earRoots } from '../../face/parts';
import { matteAt, toFace, toPicture } from '../../face/patch';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Crown above the eyes, in eye-to-chin lengths, and outline above the brows, in face widths, of the tallest hair. */
const tallest = 1.25;
const widest = 1.72;
/** Rows above the brows on which the outline is followed, and how far outwards, in inter-eye distances. */
const rows = { from: -1.6, to: -0.6, step: 0.05 };
const outwards = { to: 2, step: 0.03 };

/**
 * Whether what covers the head stands both higher and wider than hair does: the lesser of its height and its width
 * above the brows over those of high and of wide hair; above 1 for a brimmed hat. By the matte; a close cap or scarf
 * is not told from hair. Our own.
 */
export const headCovered: Measure = {
  id: 'head.covering',
  unit: '',
  value({ image, sitter, geometry, matte }) {
    if (!sitter || !geometry || !matte) return null;
    const { face, frame } = sitter;
    const root = (side: 'left' | 'right') => toFace(frame, landmark(face, earRoots[side])).x;
    const right = root('right');
    const left = root('left');
    let width = 0;
    for (let y = rows.from; y <= rows.to; y += rows.step) {
      let row = 0;
      for (const side of [-1, 1])
        for (let d = 0; d < outwards.to; d += outwards.step) {
          if (matteAt(matte, image, toPicture(frame, { x: (left + right) / 2 + side * d, y })) < 0.5) break;
          row += outwards.step;
        }
      width = Math.max(width, row / (left - right));
    }
    const height = (geometry.eyeY - geometry.crownY) / (geometry.chinY - geometry.eyeY);
    return Math.min(height / tallest, width / widest);
  },
  quality: (value) => percent(100 * (1 - sigmoid(value, 1, 0.05)))
};
