import { quantile } from '../../image/statistics';
import { box } from '../tools/evidence-patches';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';
import { mirroredSkin } from '../tools/face-light';

/** Luminance of 255 that is added to both halves: below, noise decides. */
const noise = 2;

/** Natural log of the left half's luminance over the right's, the median over mirrored places. */
const difference = oncePerScene((scene) => {
  const pairs = mirroredSkin(scene).map(({ left, right }) => Math.log((left + noise) / (right + noise)));
  return pairs.length ? quantile(pairs, 0.5) : null;
});

/**
 * Difference of luminance between the left and the right half of the sitter's face over their mean, −2…2, the median
 * over mirrored places on the skin: blind to texture, and to hair or a beard on one of them; positive: lit from the
 * sitter's left. Our own.
 */
export const lightBalance: Measure = {
  id: 'light.balance',
  unit: '',
  value(scene) {
    const logs = difference(scene);
    return logs === null ? null : 2 * Math.tanh(logs / 2);
  },
  quality: (value) => Math.max(0, 100 * (1 - Math.abs(value) / 2)),
  // The cheek in the shade.
  regions(scene) {
    const { sitter } = scene;
    if (!sitter) return [];
    const shade = sitter.cheeks[(difference(scene) ?? 0) < 0 ? 'left' : 'right'];
    return [box(shade.left, shade.top, shade.right, shade.bottom)];
  }
};
