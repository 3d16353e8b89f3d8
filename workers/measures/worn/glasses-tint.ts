import { quantile } from '../../image/statistics';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { lensBoxes, mostOfLenses, type OnLens } from '../tools/lens';

/** The skin under an eye, behind a lens, beside the eye in inter-eye distances; the part of it that is darker. */
const underEye = { half: 0.25, top: 0.12, bottom: 0.24 };
const share = 0.6;

const isUnderEye = ({ x, y }: OnLens) =>
  y > underEye.top && y < underEye.bottom && Math.abs(x) < underEye.half;

/**
 * How much light the lenses let through: the skin under the eyes, behind them, over the cheeks' (the lighter lens;
 * 1 clear, 0 black; the shade of the brow counts too). Null without glasses. Our own.
 */
export const glassesTint: Measure = {
  id: 'glasses.tint',
  unit: '',
  needs: 'labels',
  value: (scene) =>
    mostOfLenses(scene, (places) => {
      const light = places.filter(isUnderEye).map(({ differs }) => differs.light);
      return Math.exp(quantile(light, share));
    }),
  quality: (value) => percent(100 * value),
  regions: lensBoxes
};
