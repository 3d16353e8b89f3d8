import { lumaAt } from '../image/luminance';
import { eachIn, square, type Box } from '../image/region';
import { eyeCentre, interEyeDistance } from '../face/scale';
import { landmark, type Face } from '../face/face';
import { mouthCorners } from '../face/parts';
import { midpoint } from '../image/point';
import { box } from './cells';
import type { Measure, MeasureInput } from './measure';

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

function cheek(face: Face, side: 'left' | 'right'): Box {
  const eye = eyeCentre(face, side);
  const mouth = midpoint(landmark(face, mouthCorners.left), landmark(face, mouthCorners.right));
  return square({ x: eye.x, y: (eye.y + mouth.y) / 2 }, 0.3 * interEyeDistance(face));
}

function mean({ image, faces: [face] }: MeasureInput, side: 'left' | 'right'): number | null {
  if (!face) return null;
  let sum = 0;
  let count = 0;
  eachIn(image, cheek(face, side), (at) => {
    sum += lumaAt(image, at);
    count++;
  });
  return count ? sum / count : null;
}
