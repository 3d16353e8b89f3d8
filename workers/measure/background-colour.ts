import { colourDifference, labOf } from '../image/lab';
import { backgroundColours } from '../standard/standard';
import { quantile } from './appearance/skin';
import { percent } from './quality';
import type { Measure } from './measure';

/** Every how many pixels each way the wall is looked at. */
const sparse = 4;

/**
 * How different an uploaded picture's background looks from the registry's light blue, as CIEDE2000 of its median
 * colour above the chin and beside the head; null for what our own camera took. Source: the flow's upload step.
 */
export const backgroundColour: Measure = {
  id: 'background.colour',
  unit: '',
  value({ image, geometry, file }) {
    if (!file || !geometry) return null;
    const reach = 0.9 * (geometry.faceRight - geometry.faceLeft);
    const levels: [number[], number[], number[]] = [[], [], []];
    for (let y = 0; y < Math.min(image.height, geometry.chinY); y += sparse)
      for (let x = 0; x < image.width; x += sparse) {
        if (Math.abs(x - geometry.centreX) <= reach) continue;
        levels.forEach((list, c) => list.push(image.data[(y * image.width + x) * 4 + c]!));
      }
    if (levels[0].length < 50) return null;
    const seen = levels.map((list) => quantile(list, 0.5)) as [number, number, number];
    return colourDifference(labOf(...seen), labOf(...backgroundColours['light-blue']));
  },
  quality: (value) => percent(100 - 2 * value)
};
