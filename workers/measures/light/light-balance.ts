import { box } from '../tools/cells';
import { cheek } from '../tools/cheek';
import { meanLuma } from '../tools/mean-luma';
import type { Measure, MeasureInput } from '../measure';

/**
 * Difference of mean luma between the sitter's left and right cheek over their mean, −2…2; positive: lit from the
 * sitter's left. Same squares as illumination.uniform, but blind to texture and noise. Our own.
 */
export const lightBalance: Measure = {
  id: 'light.balance',
  unit: '',
  value(input) {
    const left = mean(input, 'left');
    const right = mean(input, 'right');
    return left === null || right === null || left + right === 0
      ? null
      : (2 * (left - right)) / (left + right);
  },
  quality: (value) => Math.max(0, 100 * (1 - Math.abs(value))),
  // The cheek in the shade.
  regions(input) {
    const [left, right] = [mean(input, 'left') ?? 0, mean(input, 'right') ?? 0];
    const [face] = input.faces;
    if (!face) return [];
    const shade = cheek(face, left < right ? 'left' : 'right');
    return [box(shade.left, shade.top, shade.right, shade.bottom)];
  }
};

const mean = ({ image, faces: [face] }: MeasureInput, side: 'left' | 'right') =>
  face ? meanLuma(image, [cheek(face, side)]) : null;
