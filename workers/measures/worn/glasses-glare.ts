import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { eachOnLens, lensBoxes, wornLenses } from '../tools/lens';
import { fromSkin } from '../tools/skin';

/** A reflection is this much lighter than the skin (log) or burnt out, and has little of its colour. */
const lighter = 0.35;
const burnt = 235;

/**
 * Share of the lens area that mirrors a light, the worse lens, 0…1: spots lighter than the skin about them and paler.
 * Null without glasses. Our own.
 */
export const glassesGlare: Measure = {
  id: 'glasses.glare',
  unit: '',
  value(input) {
    const worn = wornLenses(input);
    if (!worn) return null;
    const { image } = input;
    const { frame, skin } = worn;
    const shares = ([-1, 1] as const).map((side) => {
      let [all, bright] = [0, 0];
      eachOnLens(image, frame, side, (at, x, y) => {
        // The whites of the eye, and the light in it, are no reflection.
        if (Math.abs(x) < 0.2 && Math.abs(y) < 0.08) return;
        all++;
        const level = Math.min(image.data[at]!, image.data[at + 1]!, image.data[at + 2]!);
        if (level >= burnt || (fromSkin(image, at, skin).light > lighter && level > 140)) bright++;
      });
      return all ? bright / all : 0;
    });
    return Math.max(...shares);
  },
  quality: (value) => percent(100 - 500 * value),
  regions: lensBoxes
};
