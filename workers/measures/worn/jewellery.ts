import { around } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure, MeasureInput } from '../measure';
import { faceFrame } from '../../face/patch';
import { lobeSpot, lobes } from '../tools/lobes';
import { likelihood } from '../tools/model';
import { neckline, necklineBox } from '../tools/neckline';
import { skinColour } from '../tools/skin';
import { weights } from '../tools/weights';

/**
 * What jewellery shows: a bright dot that is not of the skin's colour at a lobe (the brighter side), bright dots at the
 * neck, and thin lines on its skin that are bright rather than dark, as a chain's and not a wrinkle's are; all as logs.
 * Null without a face or a matte.
 */
export function jewelleryFeatures(input: MeasureInput): number[] | null {
  const { image, faces, matte } = input;
  const [face] = faces;
  if (!face || !matte) return null;
  const frame = faceFrame(face);
  const skin = skinColour(image, frame);
  const spots = (['right', 'left'] as const).map((side) => lobeSpot(image, matte, face, frame, side, skin));
  const neck = neckline(image, face, frame, skin);
  return [Math.max(...spots), neck.dots, neck.lines];
}

/** Logs of a spot at the lobes and of dots at the neck below which nothing glitters, whatever the lines. */
const dull = { spot: -3.3, dots: -1.1 };

const glitters = ([spot, dots]: readonly number[]) => spot! >= dull.spot || dots! >= dull.dots;

/** How likely earrings or a necklace are worn, 0…1; 0 where nothing glitters. Our own; see `jewelleryFeatures`. 30 ms. */
export const jewelleryWorn: Measure = {
  id: 'jewellery.present',
  unit: '',
  value(input) {
    const features = jewelleryFeatures(input);
    return features && (glitters(features) ? likelihood(weights.jewellery, features) : 0);
  },
  quality: (value) => percent(100 * (1 - value)),
  regions(input) {
    const features = jewelleryFeatures(input);
    const [face] = input.faces;
    if (!features || !face) return [];
    const [spot, dots] = features as [number, number];
    return [
      ...(spot >= dull.spot ? [lobes.right, lobes.left].map((lobe) => around(face, [lobe])) : []),
      ...(dots >= dull.dots ? [necklineBox(input.image, face)] : [])
    ];
  }
};
