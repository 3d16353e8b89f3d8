import { toPicture } from '../../face/patch';
import { labelIndex, type Label } from '../../face/labels';
import type { Point } from '../../image/point';
import type { Box } from '../../image/region';
import type { Scene } from '../scene';

/** Steps along a box, in inter-eye distances: about a pixel of the labelled square. */
const step = 0.02;
/** Added to the end of a box before its steps are counted: what a division may lose. */
const rounding = 1e-9;
/** Confidence of a whole label in the planes. */
const sure = 255;

/** Places of a box in the face's axes, row by row. */
export function placesIn({ left, right, top, bottom }: Box, by = step): Point[] {
  const places: Point[] = [];
  for (let y = top; y <= bottom + rounding; y += by)
    for (let x = left; x <= right + rounding; x += by) places.push({ x, y });
  return places;
}

/**
 * How sure each place of the face is one of some labels, 0…1, in order; places outside the picture or the labelled
 * square are left out. Null without a face or labels.
 */
export function confidences(scene: Scene, places: Iterable<Point>, names: readonly Label[]): number[] | null {
  const { sitter, labels, image } = scene;
  if (!sitter || !labels) return null;
  const planes = names.map((name) => labels.planes[name]);
  const found: number[] = [];
  for (const place of places) {
    const at = toPicture(sitter.frame, place);
    if (at.x < 0 || at.y < 0 || at.x >= image.width || at.y >= image.height) continue;
    const index = labelIndex(labels, at);
    if (index !== null) found.push(planes.reduce((sum, plane) => sum + plane[index]!, 0) / sure);
  }
  return found;
}

/** Mean of `confidences`; null where no place is known. */
export function meanConfidence(
  scene: Scene,
  places: Iterable<Point>,
  names: readonly Label[]
): number | null {
  const found = confidences(scene, places, names);
  return found?.length ? found.reduce((sum, value) => sum + value, 0) / found.length : null;
}

/** Mean of the `count` greatest of `confidences`: something small that is surely there. Null where no place is known. */
export function peakConfidence(
  scene: Scene,
  places: Iterable<Point>,
  names: readonly Label[],
  count: number
): number | null {
  const found = confidences(scene, places, names);
  if (!found?.length) return null;
  const greatest = found.sort((a, b) => b - a).slice(0, count);
  return greatest.reduce((sum, value) => sum + value, 0) / count;
}
