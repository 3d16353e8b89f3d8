import { colourDifference, labOf } from '../../image/lab';
import { eachIn } from '../../image/region';
import { medianColour } from '../../image/statistics';
import { box } from '../tools/evidence-patches';
import type { Box } from '../../image/region';
import { percent } from '../tools/quality';
import type { RgbaImage } from '../../image/image';
import type { Measure } from '../measure';
import type { Scene } from '../scene';

/** Side of the corner that is looked at, as a part of the picture's. */
const corner = 0.06;
/** The chest: from so far down the picture on, so many face widths to either side. */
const chest = { from: 0.94, aside: 0.7 };

/**
 * How different the clothes look from the flat background of the finished picture, as CIEDE2000 between the chest's
 * median colour and that of the upper left corner: clothes of the background's colour leave no outline. Our own.
 */
export const clothingContrast: Measure = {
  id: 'clothing.contrast',
  unit: '',
  value(scene) {
    const band = chestOf(scene);
    if (!band) return null;
    const { image } = scene;
    const background = { left: 0, right: corner * image.width, top: 0, bottom: corner * image.height };
    const wall = median(image, background);
    const cloth = median(image, band);
    return wall && cloth && colourDifference(labOf(...wall), labOf(...cloth));
  },
  quality: (value) => percent(3 * value),
  regions(scene) {
    const band = chestOf(scene);
    return band ? [box(band.left, band.top, band.right, band.bottom)] : [];
  }
};

/** Beside the collar, on the shoulders' cloth: both sides as one band at the picture's lower edge. */
function chestOf({ image, geometry }: Scene): Box | null {
  if (!geometry) return null;
  const width = geometry.faceRight - geometry.faceLeft;
  return {
    left: geometry.centreX - chest.aside * width,
    right: geometry.centreX + chest.aside * width,
    top: chest.from * image.height,
    bottom: image.height
  };
}

function median(image: RgbaImage, where: Box): [number, number, number] | null {
  const offsets: number[] = [];
  eachIn(image, where, (at) => offsets.push(at));
  return offsets.length ? medianColour(image, offsets) : null;
}
