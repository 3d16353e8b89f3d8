import { confidences, placesIn } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** Beside the neck, where the shoulders' cloth begins; both sides, in the face's axes. */
const zones = [
  { left: -2.6, right: -1.2, top: 2.3, bottom: 3.4 },
  { left: 1.2, right: 2.6, top: 2.3, bottom: 3.4 }
];
const step = 0.06;
/** Degrees of yaw up to which the zones lie beside the neck. */
const mostYaw = 20;
/** Places of cloth or skin that are needed to tell. */
const leastPlaces = 90;

/**
 * Share of the shoulders that is skin rather than cloth, 0…1; hair over them does not count. Null without labels, where
 * the shoulders are not seen, or the head is turned far. By labels; our own.
 */
export const shouldersBare: Measure = {
  id: 'clothing.bare',
  unit: '',
  needs: 'labels',
  value(scene) {
    if (Math.abs(scene.sitter?.pose?.yaw ?? 0) > mostYaw) return null;
    const places = zones.flatMap((zone) => placesIn(zone, step));
    const skin = total(confidences(scene, places, ['body', 'face']));
    const cloth = total(confidences(scene, places, ['clothes', 'others']));
    return skin !== null && cloth !== null && skin + cloth >= leastPlaces ? skin / (skin + cloth) : null;
  },
  quality: (value) => percent(100 * (1 - value))
};

const total = (shares: readonly number[] | null) => shares && shares.reduce((sum, share) => sum + share, 0);
