import { landmark } from '../../face/face';
import { earEdges } from '../../face/parts';
import { matteAt, toFace, toPicture } from '../../face/patch';
import { offsetAt, type Plane } from '../../image/image';
import type { Point } from '../../image/point';
import { quantile } from '../../image/statistics';
import { around } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import type { Scene } from '../scene';
import type { Sitter } from '../sitter';
import { differenceAt } from '../tools/colour';
import { likelihood } from '../tools/model';
import { isEarSkin } from '../tools/skin';
import { weights } from '../tools/weights';

/** How far out an ear reaches, and how far hair is followed, in inter-eye distances. */
const ear = { from: 0.04, to: 0.22, step: 0.02 };
const hair = { to: 1.2, step: 0.03 };
/** Rows looked at: from so far above the ear root to so far below the lobe. */
const rows = { beyond: 0.05, step: 0.02 };
/** The edge is followed so far above its first point, in parts of its first piece. */
const beyondEdge = 0.3;

/**
 * What lies beside the face at the ears' height: how far the person reaches outwards there (an ear ends soon, hair
 * goes on; the lesser side, in inter-eye distances), how light it is (log against the skin, the lighter side) and how
 * much of it is skin-coloured (the better side, 0…1). Null without a face or a matte.
 */
export function earFeatures({ sitter, matte }: Scene): number[] | null {
  if (!sitter || !matte) return null;
  const sides = (['right', 'left'] as const).map((side) => beside(sitter, matte, side));
  return [
    Math.min(...sides.map(({ reach }) => reach)),
    Math.max(...sides.map(({ light }) => light)),
    Math.max(...sides.map(({ skinShare }) => skinShare))
  ];
}

function beside(
  { image, face, frame, skin }: Sitter,
  matte: Plane,
  side: 'left' | 'right'
): { reach: number; light: number; skinShare: number } {
  const points = earEdges[side].map((index) => toFace(frame, landmark(face, index)));
  const outwards = side === 'left' ? 1 : -1;
  const isPerson = (at: Point) => matteAt(matte, image, at) >= 0.5;
  const reaches: number[] = [];
  let person = 0;
  let light = 0;
  let skins = 0;
  for (let y = points[1]!.y - rows.beyond; y <= points[3]!.y + rows.beyond; y += rows.step) {
    const edge = edgeAt(points, y);
    let reach = 0;
    for (let d = 0; d <= hair.to && isPerson(toPicture(frame, { x: edge + outwards * d, y })); d += hair.step)
      reach = d;
    reaches.push(reach);
    for (let d = ear.from; d <= ear.to; d += ear.step) {
      const place = toPicture(frame, { x: edge + outwards * d, y });
      const at = offsetAt(image, place);
      if (at === null || !isPerson(place)) continue;
      const differs = differenceAt(image, at, skin);
      person++;
      light += differs.light;
      if (isEarSkin(differs)) skins++;
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
  const a = points[index - 1]!;
  const b = points[index]!;
  const share = Math.max(-beyondEdge, Math.min(1, (y - a.y) / (b.y - a.y || 1)));
  return a.x + share * (b.x - a.x);
}

/** How likely the ears are seen, not hidden by hair or cloth, 0…1. Our own; see `earFeatures`. About 1 ms beside the matte. */
export const earsVisible: Measure = {
  id: 'ears.visible',
  unit: '',
  value(scene) {
    const features = earFeatures(scene);
    return features && 1 - likelihood(weights.ears, features);
  },
  quality: (value) => percent(100 * value),
  // Where an ear would be, both sides.
  regions: ({ sitter }) =>
    sitter ? [earEdges.right, earEdges.left].map((points) => around(sitter.face, points)) : []
};
