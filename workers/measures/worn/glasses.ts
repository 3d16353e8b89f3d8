import { percent } from '../tools/quality';
import { meanConfidence, placesIn } from '../tools/labelled';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';

/** Both eyes from temple to temple, in the face's axes. */
const zone = { left: -1, right: 1, top: -0.2, bottom: 0.25 };
/** Share of it from which on something is worn there: thin frames take 0.07 of it, bare eyes up to 0.02. */
export const glassesFrom = 0.045;

/** How much of the place about both eyes a worn thing takes; null without a face or labels. */
const worn = oncePerScene((scene) => meanConfidence(scene, placesIn(zone), ['others']));

/** Whether the sitter wears glasses; null where it is not known. */
export const wearsGlasses = oncePerScene((scene) => {
  const share = worn(scene);
  return share === null ? null : share > glassesFrom;
});

/** Share of the place about both eyes that a worn thing takes, 0…1; null without labels. By labels; our own. */
export const glassesPresent: Measure = {
  id: 'glasses.present',
  unit: '',
  needs: 'labels',
  value: worn,
  quality: (value) => percent(100 - (50 * value) / glassesFrom)
};
