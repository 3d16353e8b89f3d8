import { colourDifference, labOf } from '../../image/lab';
import { eachIn } from '../../image/region';
import { medianColour } from '../../image/statistics';
import { box } from '../tools/cells';
import type { Box } from '../../image/region';
import { percent } from '../tools/quality';
import type { Measure, MeasureInput } from '../measure';

/**
 * How different the clothes look from the flat background of the finished picture, as CIEDE2000 between the chest's
 * median colour and that of the upper corners: clothes of the background's colour leave no outline. Our own.
 */
export const clothingContrast: Measure = {
  id: 'clothing.contrast',
  unit: '',
  value(input) {
    const chest = chestOf(input);
    if (!chest) return null;
    const { width, height } = input.image;
    const corner = { left: 0, right: 0.06 * width, top: 0, bottom: 0.06 * height };
    const [wall, cloth] = [median(input, corner), median(input, chest)];
    return wall && cloth && colourDifference(labOf(...wall), labOf(...cloth));
  },
  quality: (value) => percent(3 * value),
  regions(input) {
    const chest = chestOf(input);
    return chest ? [box(chest.left, chest.top, chest.right, chest.bottom)] : [];
  }
};

/** Beside the collar, on the shoulders' cloth: both sides as one band at the picture's lower edge. */
function chestOf({ image, geometry }: MeasureInput): Box | null {
  if (!geometry) return null;
  const width = geometry.faceRight - geometry.faceLeft;
  return {
    left: geometry.centreX - 0.7 * width,
    right: geometry.centreX + 0.7 * width,
    top: 0.94 * image.height,
    bottom: image.height
  };
}

function median({ image }: MeasureInput, where: Box): [number, number, number] | null {
  const offsets: number[] = [];
  eachIn(image, where, (at) => offsets.push(at));
  return offsets.length ? medianColour(image, offsets) : null;
}
