import { faceFrame } from '../../face/patch';
import { percent } from '../quality';
import type { Measure } from '../measure';
import { glassesPresent } from './glasses';
import { eachOnLens, lensBoxes } from './lens';
import { fromSkin, quantile, skinColour } from './skin';

/**
 * How much light the lenses let through: the skin under the eyes, behind them, over the cheeks' (the lighter lens;
 * 1 clear, 0 black; the shade of the brow counts too). Null without glasses. Our own.
 */
export const glassesTint: Measure = {
  id: 'glasses.tint',
  unit: '',
  value(input) {
    const { image, faces } = input;
    const [face] = faces;
    if (!face || (glassesPresent.value(input) ?? 0) < 0.5) return null;
    const frame = faceFrame(face);
    const skin = skinColour(image, frame);
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
  regions: ({ faces: [face] }) => (face ? lensBoxes(faceFrame(face)) : [])
};
