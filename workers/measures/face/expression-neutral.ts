import { landmark } from '../../face/face';
import { browMiddles, lipMiddles, mouthCorners, mouthExtremes } from '../../face/parts';
import { toFace } from '../../face/patch';
import { around } from '../tools/evidence-boxes';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import type { Sitter } from '../sitter';

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
function shape({ face, frame, eyeToChin, interEye }: Sitter): Record<keyof typeof calm, number> {
  const at = (index: number) => toFace(frame, landmark(face, index));
  const long = eyeToChin / interEye;
  const right = at(mouthCorners.right);
  const left = at(mouthCorners.left);
  const lips = (at(lipMiddles.upper).y + at(lipMiddles.lower).y) / 2;
  return {
    width: Math.hypot(left.x - right.x, left.y - right.y),
    lift: (lips - (left.y + right.y) / 2) / long,
    brows: -(at(browMiddles.right).y + at(browMiddles.left).y) / 2 / long
  };
}

/**
 * How far the face is from a calm one, of mouth and brows whichever is further: 0 calm, 1 at the edge of what a
 * closed-lip smile does. Our own, from the refined lips and brows.
 */
export const expressionNeutral: Measure = {
  id: 'expression.neutral',
  unit: '',
  value({ sitter }) {
    if (!sitter) return null;
    const seen = shape(sitter);
    return Math.max(
      ...(['width', 'lift', 'brows'] as const).map(
        (part) => Math.abs(seen[part] - calm[part][0]) / calm[part][1]
      )
    );
  },
  quality: (value) => percent(100 * (1.5 - value)),
  regions: ({ faces: [face] }) => (face ? [around(face, mouthExtremes)] : [])
};
