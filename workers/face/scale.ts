import { distance, midpoint, type Point } from '../image/point';
import { landmark, type Face } from './face';
import { chin, leftEye, rightEye } from './parts';

/** Centre between an eye's corners (ISO/IEC 39794-5). */
export function eyeCentre(face: Face, side: 'left' | 'right'): Point {
  const { outer, inner } = side === 'left' ? leftEye : rightEye;
  return midpoint(landmark(face, outer), landmark(face, inner));
}

/** Inter-eye distance in pixels. */
export function interEyeDistance(face: Face): number {
  return distance(eyeCentre(face, 'left'), eyeCentre(face, 'right'));
}

/** T of ISO/IEC 29794-5: eye midpoint to chin, in pixels. */
export function eyeToChin(face: Face): number {
  return distance(midpoint(eyeCentre(face, 'left'), eyeCentre(face, 'right')), landmark(face, chin));
}
