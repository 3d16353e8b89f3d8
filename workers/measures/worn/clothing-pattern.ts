import { toPicture } from '../../face/patch';
import { labelIndex } from '../../face/labels';
import { placesIn } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import type { Scene } from '../scene';

/** Chest and shoulders as far as they are labelled, in the face's axes, and the side of a spot that is looked at. */
const zone = { left: -2.7, right: 2.7, top: 2, bottom: 3.4 };
const spot = 0.16;
/** Samples along a spot's side. */
const samples = 5;
/** Spots of sure cloth that are needed to tell. */
const leastSpots = 12;
const sure = 200;

/**
 * How much the clothes' lightness varies within a spot of a sixth of the eyes' distance, as a standard deviation in levels;
 * the lower quartile over all spots, so that seams, lapels and ties do not count and stripes and checks do. Null without
 * labels or where little cloth is seen. By labels; our own.
 */
export const clothingPattern: Measure = {
  id: 'clothing.pattern',
  unit: '',
  needs: 'labels',
  value(scene) {
    const spread = placesIn(zone, spot)
      .map((place) => spreadAt(scene, place))
      .filter((value) => value !== null)
      .sort((a, b) => a - b);
    return spread.length < leastSpots ? null : spread[Math.floor(spread.length / 4)]!;
  },
  quality: (value) => percent(100 - 4 * value)
};

/** Null where a spot is not all surely cloth. */
function spreadAt({ sitter, labels, image }: Scene, { x, y }: { x: number; y: number }): number | null {
  if (!sitter || !labels) return null;
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < samples; row++)
    for (let column = 0; column < samples; column++) {
      const at = toPicture(sitter.frame, {
        x: x + (spot * column) / samples,
        y: y + (spot * row) / samples
      });
      const index = labelIndex(labels, at);
      const inside = at.x >= 0 && at.y >= 0 && at.x < image.width && at.y < image.height;
      if (index === null || !inside || labels.planes.clothes[index]! < sure) return null;
      const pixel = (Math.floor(at.y) * image.width + Math.floor(at.x)) * 4;
      const { data } = image;
      const luma = 0.299 * data[pixel]! + 0.587 * data[pixel + 1]! + 0.114 * data[pixel + 2]!;
      sum += luma;
      squares += luma * luma;
    }
  const count = samples ** 2;
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
