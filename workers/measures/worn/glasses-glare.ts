import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { lensBoxes, mostOfLenses, type OnLens } from '../tools/lens';

/** A reflection is this much lighter than the skin (log) and this bright, or burnt out; levels of the least channel. */
const lighter = 0.35;
const bright = 140;
const burnt = 235;
/** Half width and half height of the open eye, in inter-eye distances: its white, and the light in it, are none. */
const eye = { x: 0.2, y: 0.08 };

const isEye = ({ x, y }: OnLens) => Math.abs(x) < eye.x && Math.abs(y) < eye.y;

/**
 * Share of the lens area that mirrors a light, the worse lens, 0…1: spots lighter than the skin about them and paler.
 * Null without glasses. Our own.
 */
export const glassesGlare: Measure = {
  id: 'glasses.glare',
  unit: '',
  needs: 'labels',
  value(scene) {
    const { data } = scene.image;
    const mirrors = ({ at, differs }: OnLens) => {
      const level = Math.min(data[at]!, data[at + 1]!, data[at + 2]!);
      return level >= burnt || (differs.light > lighter && level > bright);
    };
    return mostOfLenses(scene, (places) => {
      const looked = places.filter((place) => !isEye(place));
      return looked.length ? looked.filter(mirrors).length / looked.length : 0;
    });
  },
  quality: (value) => percent(100 - 500 * value),
  regions: lensBoxes
};
