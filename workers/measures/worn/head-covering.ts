import { confidences, placesIn } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** Above the brows, wider and higher than heads are, in the face's axes. */
const zone = { left: -1.6, right: 1.6, top: -2.2, bottom: -0.55 };
const step = 0.04;

/**
 * Share of the person above the brows that is cloth or a thing rather than hair and skin, 0…1; null without labels or
 * where nothing of the person is above the brows. By labels; our own.
 */
export const headCovered: Measure = {
  id: 'head.covering',
  unit: '',
  needs: 'labels',
  value(scene) {
    const places = placesIn(zone, step);
    const cover = confidences(scene, places, ['clothes', 'others']);
    const wall = confidences(scene, places, ['background']);
    if (!cover || !wall) return null;
    const person = wall.reduce((sum, share) => sum + 1 - share, 0);
    return person >= 1 ? cover.reduce((sum, share) => sum + share, 0) / person : null;
  },
  quality: (value) => percent(100 * (1 - value))
};
