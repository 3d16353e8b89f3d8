import { landmark, type Face } from '../face/face';
import { interEyeDistance } from '../face/scale';
import { box } from './cells';
import type { Outline } from './measure';

/** Air around the part, in inter-eye distances. */
const air = 0.15;

/** A box around a part of the face, given by its mesh points. */
export function around(face: Face, points: readonly number[]): Outline {
  const all = points.map((index) => landmark(face, index));
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const more = air * interEyeDistance(face);
  return box(Math.min(...xs) - more, Math.min(...ys) - more, Math.max(...xs) + more, Math.max(...ys) + more);
}
