import { landmark, type Face } from '../../face/face';
import { toPicture, type FaceFrame } from '../../face/patch';
import { interEyeDistance } from '../../face/scale';
import { box } from './evidence-patches';
import type { Box } from '../../image/region';
import type { Outline } from '../measure';

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

/** A box in the face's axes, from corner to corner on the picture; no lower than `lowest` pixels. */
export function faceBox(frame: FaceFrame, { left, right, top, bottom }: Box, lowest = Infinity): Outline {
  const from = toPicture(frame, { x: left, y: top });
  const to = toPicture(frame, { x: right, y: bottom });
  return box(from.x, from.y, to.x, Math.min(to.y, lowest));
}
