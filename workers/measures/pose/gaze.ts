import { landmark, type Face } from '../../face/face';
import { leftEye, leftIris, rightEye, rightIris } from '../../face/parts';
import { distance, midpoint } from '../../image/point';
import { around } from '../tools/evidence-boxes';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** Half an eye's opening over the radius on which the pupil turns: 14 mm over 10 mm. */
const openingOverRadius = 1.4;
/** Of a head turned further, in degrees, the eyes are not told. */
const mostYaw = 12;
const degrees = 180 / Math.PI;

/**
 * How far the eyes look to the side of the lens, in degrees; positive: to the right of the picture. The irises' place
 * between the corners, both eyes together, says how the eyes stand in the head; the head's own turn is added. Lids
 * hide how high they look; null on a turned head. Our own, after ISO/IEC 39794-5.
 */
export const gazeCentred: Measure = {
  id: 'gaze.centred',
  unit: '°',
  value({ sitter }) {
    if (!sitter?.pose) return null;
    const { face, pose: head } = sitter;
    if (Math.abs(head.yaw) > mostYaw) return null;
    const offset = (aside(face, rightEye, rightIris) + aside(face, leftEye, leftIris)) / 2;
    const turn = Math.asin(Math.max(-1, Math.min(1, offset * openingOverRadius))) * degrees;
    return turn + head.yaw;
  },
  quality: (value) => percent(100 - 4 * Math.abs(value)),
  regions: ({ faces: [face] }) =>
    face ? [leftEye, rightEye].map((eye) => around(face, Object.values(eye))) : []
};

/** Of an iris from the middle of its eye, in half openings, along the line of the corners. */
function aside(face: Face, eye: typeof leftEye | typeof rightEye, iris: number): number {
  const outer = landmark(face, eye.outer);
  const inner = landmark(face, eye.inner);
  const from = outer.x < inner.x ? outer : inner;
  const to = from === outer ? inner : outer;
  const middle = midpoint(from, to);
  const pupil = landmark(face, iris);
  const width = distance(from, to);
  const along = ((pupil.x - middle.x) * (to.x - from.x) + (pupil.y - middle.y) * (to.y - from.y)) / width;
  return along / (width / 2);
}
