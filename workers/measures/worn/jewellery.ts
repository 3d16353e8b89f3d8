import { lobes } from '../../face/parts';
import { around } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';
import { lobeSpot } from '../tools/lobes';
import { likelihood } from '../tools/model';
import { neckline, necklineBox } from '../tools/neckline';
import { weights } from '../tools/weights';

/**
 * What jewellery shows: a bright dot that is not of the skin's colour at a lobe (the brighter side), bright dots at the
 * neck, and thin lines on its skin that are bright rather than dark, as a chain's and not a wrinkle's are; all as logs.
 * Null without a face or a matte.
 */
export const jewelleryFeatures = oncePerScene(
  ({ sitter, matte }): [spot: number, dots: number, lines: number] | null => {
    if (!sitter || !matte) return null;
    const spots = (['right', 'left'] as const).map((side) => lobeSpot(sitter, matte, side));
    const { dots, lines } = neckline(sitter);
    return [Math.max(...spots), dots, lines];
  }
);

/** Logs of a spot at the lobes and of dots at the neck below which nothing glitters, whatever the lines. */
const dull = { spot: -3.3, dots: -1.1 };

/** How likely earrings or a necklace are worn, 0…1; 0 where nothing glitters. Our own; see `jewelleryFeatures`. 30 ms. */
export const jewelleryWorn: Measure = {
  id: 'jewellery.present',
  unit: '',
  value(scene) {
    const features = jewelleryFeatures(scene);
    if (!features) return null;
    const [spot, dots] = features;
    const glitters = spot >= dull.spot || dots >= dull.dots;
    return glitters ? likelihood(weights.jewellery, features) : 0;
  },
  quality: (value) => percent(100 * (1 - value)),
  regions(scene) {
    const features = jewelleryFeatures(scene);
    const { sitter } = scene;
    if (!features || !sitter) return [];
    const [spot, dots] = features;
    return [
      ...(spot >= dull.spot ? [lobes.right, lobes.left].map((lobe) => around(sitter.face, [lobe])) : []),
      ...(dots >= dull.dots ? [necklineBox(sitter)] : [])
    ];
  }
};
