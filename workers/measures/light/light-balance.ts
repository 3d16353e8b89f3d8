import { box } from '../tools/cells';
import { meanLuma } from '../tools/mean-luma';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';

/** Mean luma of each cheek, null of one outside the picture; null without a face. */
const cheekLuma = oncePerScene(({ image, sitter }) => {
  if (!sitter) return null;
  const { cheeks } = sitter;
  return { left: meanLuma(image, [cheeks.left]), right: meanLuma(image, [cheeks.right]) };
});

/**
 * Difference of mean luma between the sitter's left and right cheek over their mean, −2…2; positive: lit from the
 * sitter's left. Same squares as illumination.uniform, but blind to texture and noise. Our own.
 */
export const lightBalance: Measure = {
  id: 'light.balance',
  unit: '',
  value(scene) {
    const { left = null, right = null } = cheekLuma(scene) ?? {};
    return left === null || right === null || left + right === 0
      ? null
      : (2 * (left - right)) / (left + right);
  },
  quality: (value) => Math.max(0, 100 * (1 - Math.abs(value))),
  // The cheek in the shade.
  regions(scene) {
    const { sitter } = scene;
    if (!sitter) return [];
    const { left, right } = cheekLuma(scene) ?? {};
    const shade = sitter.cheeks[(left ?? 0) < (right ?? 0) ? 'left' : 'right'];
    return [box(shade.left, shade.top, shade.right, shade.bottom)];
  }
};
