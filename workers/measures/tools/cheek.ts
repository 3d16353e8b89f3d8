import { landmark, type Face } from '../../face/face';
import { mouthCorners } from '../../face/parts';
import { eyeCentre, interEyeDistance } from '../../face/scale';
import { midpoint } from '../../image/point';
import { square, type Box } from '../../image/region';

/**
 * The square on one of the sitter's cheeks that ISO/IEC 29794-5 looks at: side 0.3 inter-eye distances, below the eye,
 * half-way to the mouth.
 */
export function cheek(face: Face, side: 'left' | 'right'): Box {
  const eye = eyeCentre(face, side);
  const mouth = midpoint(landmark(face, mouthCorners.left), landmark(face, mouthCorners.right));
  return square({ x: eye.x, y: (eye.y + mouth.y) / 2 }, 0.3 * interEyeDistance(face));
}
