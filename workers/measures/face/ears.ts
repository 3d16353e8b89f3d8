import { landmark, type Face } from '../../face/face';
import { faceFrame, matteAt, toFace, toPicture, type FaceFrame } from '../../face/patch';
import { offsetAt } from '../../image/image';
import type { Point } from '../../image/point';
import { quantile } from '../../image/statistics';
import { around } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure, MeasureInput } from '../measure';
import { likelihood } from '../tools/model';
import { fromSkin, skinColour } from '../tools/skin';
import { weights } from '../tools/weights';

/** The face's edge from above the ear root to below the lobe. */
const edges = { right: [127, 234, 93, 132], left: [356, 454, 323, 361] } as const;
/** How far out an ear reaches, and how far hair is followed, in inter-eye distances. */
const ear = { from: 0.04, to: 0.22, step: 0.02 };
const hair = { to: 1.2, step: 0.03 };

/**
 * What lies beside the face at the ears' height: how far the person reaches outwards there (an ear ends soon, hair
 * goes on; the lesser side, in inter-eye distances), how light it is (log against the skin, the lighter side) and how
 * much of it is skin-coloured (the better side, 0…1). Null without a face or a matte.
 */
export function earFeatures(input: MeasureInput): number[] | null {
  const { faces, matte } = input;
  const [face] = faces;
  if (!face || !matte) return null;
  const frame = faceFrame(face);
  const skin = skinColour(input.image, frame);
  const sides = (['right', 'left'] as const).map((side) => beside(input, face, frame, side, skin));
  return [
    Math.min(...sides.map(({ reach }) => reach)),
    Math.max(...sides.map(({ light }) => light)),
    Math.max(...sides.map(({ skinShare }) => skinShare))
  ];
}

function beside(
  { image, matte }: MeasureInput,
  face: Face,
  frame: FaceFrame,
  side: 'left' | 'right',
  skin: readonly [number, number, number]
): { reach: number; light: number; skinShare: number } {
  const points = edges[side].map((index) => toFace(frame, landmark(face, index)));
  const outwards = side === 'left' ? 1 : -1;
  const isPerson = (at: Point) => matteAt(matte!, image, at) >= 0.5;
  const reaches: number[] = [];
  let [person, light, skins] = [0, 0, 0];
  for (let y = points[1]!.y - 0.05; y <= points[3]!.y + 0.05; y += 0.02) {
    const edge = edgeAt(points, y);
    let reach = 0;
    for (let d = 0; d <= hair.to && isPerson(toPicture(frame, { x: edge + outwards * d, y })); d += hair.step)
      reach = d;
    reaches.push(reach);
    for (let d = ear.from; d <= ear.to; d += ear.step) {
      const place = toPicture(frame, { x: edge + outwards * d, y });
      const at = offsetAt(image, place);
      if (at === null || !isPerson(place)) continue;
      const differs = fromSkin(image, at, skin);
      person++;
      light += differs.light;
      if (differs.chroma < 0.25 && differs.light > -0.7) skins++;
    }
  }
  const all = Math.max(1, person);
  return { reach: quantile(reaches, 0.5), light: light / all, skinShare: skins / all };
}

/** x of the face's edge at a height, between its points. */
function edgeAt(points: readonly Point[], y: number): number {
  const below = Math.max(
    1,
    points.findIndex((point) => y <= point.y)
  );
  const index = y > points.at(-1)!.y ? points.length - 1 : below;
  const [a, b] = [points[index - 1]!, points[index]!];
  const share = Math.max(-0.3, Math.min(1, (y - a.y) / (b.y - a.y || 1)));
  return a.x + share * (b.x - a.x);
}

/** How likely the ears are seen, not hidden by hair or cloth, 0…1. Our own; see `earFeatures`. About 1 ms beside the matte. */
export const earsVisible: Measure = {
  id: 'ears.visible',
  unit: '',
  value(input) {
    const features = earFeatures(input);
    return features && 1 - likelihood(weights.ears, features);
  },
  quality: (value) => percent(100 * value),
  // Where an ear would be, both sides.
  regions: ({ faces: [face] }) =>
    face ? [edges.right, edges.left].map((points) => around(face, points)) : []
};
