import { landmark, type Face } from './face';
import { faceOval } from './parts';
import type { Point } from '../image/point';

/** The face region: the outline of the mesh, forehead to chin, in pixels. */
export function faceRegion(face: Face): Point[] {
  return faceOval.map((index) => landmark(face, index));
}
