import { landmark } from '../../face/face';
import { earEdges } from '../../face/parts';
import { toFace } from '../../face/patch';
import type { Point } from '../../image/point';
import { around } from '../tools/evidence-boxes';
import { meanConfidence } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { oncePerScene, type Scene } from '../scene';
import type { Sitter } from '../sitter';

/** Where an ear lies beside the face's edge, outwards, in inter-eye distances, and how far down the edge it begins. */
const ear = { from: 0.02, to: 0.16, step: 0.02, begins: 0.1 };
/** What counts as covered where neither skin nor hair is: an ear that lies close shows little of itself. */
const open = 0.05;

/** How much of one ear's place that is not wall is hair, cloth or a thing rather than skin, 0…1. */
function hidden(scene: Scene, sitter: Sitter, side: 'left' | 'right'): number | null {
  const places = beside(sitter, side);
  const skin = meanConfidence(scene, places, ['face', 'body']);
  const cover = meanConfidence(scene, places, ['hair', 'clothes', 'others']);
  return skin === null || cover === null ? null : cover / (cover + skin + open);
}

function beside({ face, frame }: Sitter, side: 'left' | 'right'): Point[] {
  const points = earEdges[side].map((index) => toFace(frame, landmark(face, index)));
  const outwards = side === 'left' ? 1 : -1;
  const top = points[0]!.y;
  const bottom = points.at(-1)!.y;
  const places: Point[] = [];
  for (let y = top + ear.begins * (bottom - top); y <= bottom; y += ear.step)
    for (let d = ear.from; d <= ear.to; d += ear.step)
      places.push({ x: edgeAt(points, y) + outwards * d, y });
  return places;
}

/** x of the face's edge at a height, between its points. */
function edgeAt(points: readonly Point[], y: number): number {
  const below = points.findIndex((point, index) => index > 0 && y <= point.y);
  const index = below < 0 ? points.length - 1 : below;
  const a = points[index - 1]!;
  const b = points[index]!;
  const share = Math.max(0, Math.min(1, (y - a.y) / (b.y - a.y || 1)));
  return a.x + share * (b.x - a.x);
}

const both = oncePerScene((scene): number[] | null => {
  const { sitter } = scene;
  if (!sitter) return null;
  const sides = [hidden(scene, sitter, 'right'), hidden(scene, sitter, 'left')].filter(
    (side) => side !== null
  );
  return sides.length ? sides : null;
});

/**
 * How much of the ears is seen, not hidden by hair or cloth, 0…1, mean of both sides; null without labels. By labels;
 * our own.
 */
export const earsVisible: Measure = {
  id: 'ears.visible',
  unit: '',
  needs: 'labels',
  value(scene) {
    const sides = both(scene);
    return sides && 1 - sides.reduce((sum, side) => sum + side, 0) / sides.length;
  },
  quality: (value) => percent(100 * value),
  // Where an ear would be, both sides.
  regions: ({ sitter }) =>
    sitter ? [earEdges.right, earEdges.left].map((points) => around(sitter.face, points)) : []
};
