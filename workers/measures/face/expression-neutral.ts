import { landmark, type Face } from '../../face/face';
import { mouthCorners } from '../../face/parts';
import { faceFrame, toFace } from '../../face/patch';
import { eyeToChin, interEyeDistance } from '../../face/scale';
import { around } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** Middle and half width of what counts as a calm face; lengths in the units named at `shape`. */
const calm = {
  width: [0.9, 0.25],
  lift: [0.02, 0.08],
  brows: [0.19, 0.08]
} as const;

/**
 * Width of the mouth in inter-eye distances (pursed … grinning), how far its corners stand above the middle of the lips
 * and the brows above the eyes, in eye-to-chin lengths.
 */
export function shape(face: Face): Record<keyof typeof calm, number> {
  const frame = faceFrame(face);
  const at = (index: number) => toFace(frame, landmark(face, index));
  const long = eyeToChin(face) / interEyeDistance(face);
  const [right, left] = [at(mouthCorners.right), at(mouthCorners.left)];
  const lips = (at(13).y + at(14).y) / 2;
  return {
    width: Math.hypot(left.x - right.x, left.y - right.y),
    lift: (lips - (left.y + right.y) / 2) / long,
    brows: -(at(105).y + at(334).y) / 2 / long
  };
}

/**
 * How far the face is from a calm one, of mouth and brows whichever is further: 0 calm, 1 at the edge of what a
 * closed-lip smile does. Our own, from the refined lips and brows.
 */
export const expressionNeutral: Measure = {
  id: 'expression.neutral',
  unit: '',
  value({ faces: [face] }) {
    if (!face) return null;
    const seen = shape(face);
    return Math.max(
      ...(['width', 'lift', 'brows'] as const).map(
        (part) => Math.abs(seen[part] - calm[part][0]) / calm[part][1]
      )
    );
  },
  quality: (value) => percent(100 * (1.5 - value)),
  regions: ({ faces: [face] }) => (face ? [around(face, [mouthCorners.left, mouthCorners.right, 0, 17])] : [])
};
