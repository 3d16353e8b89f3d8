import { eyeCentre, eyeToChin, interEyeDistance } from '../../face/scale';
import type { Face } from '../../face/face';
import { percent, sigmoid } from '../tools/quality';
import type { Measure, MeasureInput } from '../measure';

/** Room around the head on one side; quality centred at `x0`. ISO/IEC 29794-5 CropOfTheFaceImage. */
function room(side: string, x0: number, of: (face: Face, image: MeasureInput['image']) => number): Measure {
  return {
    id: `crop.${side}`,
    unit: '',
    value: ({ image, faces: [face] }) => (face ? of(face, image) : null),
    quality: (value) => percent(100 * sigmoid(value, x0, 0.1))
  };
}

const eyeY = (face: Face) => (eyeCentre(face, 'left').y + eyeCentre(face, 'right').y) / 2;

/** From the left edge to the sitter's right eye, in inter-eye distances. */
export const cropLeft = room('left', 0.9, (face) => eyeCentre(face, 'right').x / interEyeDistance(face));
/** From the sitter's left eye to the right edge, in inter-eye distances. */
export const cropRight = room(
  'right',
  0.9,
  (face, { width }) => (width - eyeCentre(face, 'left').x) / interEyeDistance(face)
);
/** From the top edge to the eyes, in eye-to-chin lengths. */
export const cropAbove = room('above', 1.4, (face) => eyeY(face) / eyeToChin(face));
/** From the eyes to the bottom edge, in eye-to-chin lengths. */
export const cropBelow = room('below', 1.8, (face, { height }) => (height - eyeY(face)) / eyeToChin(face));
