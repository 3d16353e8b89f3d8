import { colourDifference, labOf } from '../../image/lab';
import { medianColour } from '../../image/statistics';
import { namedColours } from '../../standard/colours';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { wallBesideHead } from '../tools/wall';

const lightBlue = namedColours['light-blue']!;

/**
 * How different an uploaded picture's background looks from the registry's light blue, as CIEDE2000 of its median
 * colour above the chin and beside the head; null for what our own camera took. Source: the flow's upload step.
 */
export const backgroundColour: Measure = {
  id: 'background.colour',
  unit: '',
  value(scene) {
    const wall = scene.file && wallBesideHead(scene);
    if (!wall) return null;
    return colourDifference(labOf(...medianColour(scene.image, wall)), labOf(...lightBlue));
  },
  quality: (value) => percent(100 - 2 * value)
};
