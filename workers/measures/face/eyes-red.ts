import { landmark, type Face } from '../../face/face';
import { leftEye, leftIris, rightEye, rightIris } from '../../face/parts';
import { distance } from '../../image/point';
import { eachIn, square } from '../../image/region';
import { around } from '../tools/evidence-boxes';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import type { Scene } from '../scene';

/** Points of the mesh on an iris' edge follow its centre. */
const edgePoints = 4;
/** Half side of the square in an iris that the pupil of a flash fills, in its radii. */
const half = 0.55;
/**
 * Red level of 255 from which on a pupil glows, how many times the greater of green and blue it then is, and how many
 * times the blue the green is at most: brown eyes in an evening's light have more.
 */
const glowing = 80;
const redder = 1.8;
const greener = 1.4;

/**
 * Share of the pupil that glows red, as by a flash beside the lens, of both eyes the redder, 0…1. Skin, lids and brown
 * eyes are less red for their light. Our own.
 */
export const eyesRed: Measure = {
  id: 'eyes.red',
  unit: '',
  value({ image, sitter }) {
    if (!sitter) return null;
    const shares = [rightIris, leftIris].flatMap((iris) => redShare(image, sitter.face, iris) ?? []);
    return shares.length ? Math.max(...shares) : null;
  },
  quality: (value) => percent(100 * (1 - value)),
  regions: ({ faces: [face] }) =>
    face ? [rightEye, leftEye].map((eye) => around(face, Object.values(eye))) : []
};

function redShare(image: Scene['image'], face: Face, iris: number): number | null {
  const centre = landmark(face, iris);
  const edges = Array.from({ length: edgePoints }, (_, i) => landmark(face, iris + 1 + i));
  const radius = edges.reduce((sum, edge) => sum + distance(centre, edge), 0) / edgePoints;
  let count = 0;
  let red = 0;
  eachIn(image, square(centre, Math.max(2, 2 * half * radius)), (at) => {
    const r = image.data[at]!;
    const g = image.data[at + 1]!;
    const b = image.data[at + 2]!;
    count++;
    if (r >= glowing && r > redder * Math.max(g, b) && g <= greener * b) red++;
  });
  return count ? red / count : null;
}
