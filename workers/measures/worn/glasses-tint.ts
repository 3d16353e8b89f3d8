import { quantile } from '../../image/statistics';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { eachOnLens, lensBoxes, wornLenses } from '../tools/lens';
import { fromSkin } from '../tools/skin';

/**
 * How much light the lenses let through: the skin under the eyes, behind them, over the cheeks' (the lighter lens;
 * 1 clear, 0 black; the shade of the brow counts too). Null without glasses. Our own.
 */
export const glassesTint: Measure = {
  id: 'glasses.tint',
  unit: '',
  value(input) {
    const worn = wornLenses(input);
    if (!worn) return null;
    const { image } = input;
    const { frame, skin } = worn;
    const shares = ([-1, 1] as const).map((side) => {
      const light: number[] = [];
      eachOnLens(image, frame, side, (at, x, y) => {
        if (y > 0.12 && y < 0.24 && Math.abs(x) < 0.25) light.push(fromSkin(image, at, skin).light);
      });
      return Math.exp(quantile(light, 0.6));
    });
    return Math.max(...shares);
  },
  quality: (value) => percent(100 * value),
  regions: lensBoxes
};
