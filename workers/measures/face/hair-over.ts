import { landmark, type Face } from '../../face/face';
import { leftBrow, leftEyeContour, rightBrow, rightEyeContour } from '../../face/parts';
import { toFace } from '../../face/patch';
import type { Box } from '../../image/region';
import { around } from '../tools/evidence-boxes';
import { meanConfidence, placesIn } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import type { Scene } from '../scene';
import type { Sitter } from '../sitter';

/** Above a brow and of its lower edge left out, about an eye, in inter-eye distances: a fringe ends above the brow's own hair. */
const brow = { above: 0.15, below: -0.05 };
const eye = { above: 0.06, below: 0.06 };
/** Steps along a part, in inter-eye distances. */
const step = 0.015;

/** Hair over each of two parts of the face, 0…1; null without a face or labels. */
function hairOver(
  scene: Scene,
  parts: readonly (readonly number[])[],
  margin: { above: number; below: number }
): number[] | null {
  const { sitter } = scene;
  if (!sitter) return null;
  const shares = parts.map((points) =>
    meanConfidence(scene, placesIn(boxOf(sitter, points, margin), step), ['hair'])
  );
  return shares.every((share) => share !== null) ? shares : null;
}

function boxOf(
  { face, frame }: Sitter,
  points: readonly number[],
  { above, below }: { above: number; below: number }
): Box {
  const all = points.map((index) => toFace(frame, landmark(face, index)));
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys) - above,
    bottom: Math.max(...ys) + below
  };
}

const browsOf = (face: Face | undefined) => (face ? [around(face, rightBrow), around(face, leftBrow)] : []);

/** How much of the brows hair leaves free, mean of both, 0 (hidden) … 1; null without labels. By labels; our own. */
export const browsVisible: Measure = {
  id: 'brows.visible',
  unit: '',
  needs: 'labels',
  value(scene) {
    const hair = hairOver(scene, [rightBrow, leftBrow], brow);
    return hair && 1 - (hair[0]! + hair[1]!) / 2;
  },
  quality: (value) => percent(100 * value),
  regions: ({ faces: [face] }) => browsOf(face)
};

/** How much of the eyes hair leaves free, the worse side, 0 (hidden) … 1; null without labels. By labels; our own. */
export const eyesVisible: Measure = {
  id: 'eyes.visible',
  unit: '',
  needs: 'labels',
  value(scene) {
    const hair = hairOver(scene, [rightEyeContour, leftEyeContour], eye);
    return hair && 1 - Math.max(...hair);
  },
  quality: (value) => percent(100 * value),
  regions: ({ faces: [face] }) => (face ? [around(face, rightEyeContour), around(face, leftEyeContour)] : [])
};
