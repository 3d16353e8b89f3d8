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
export const jewelleryFeatures = oncePerScene((scene): [spot: number, dots: number, lines: number] | null => {
  const found = glitter(scene);
  return found && [found.spot, found.dots, found.lines()];
});

/** What may be jewellery: the two that every picture is asked for, and the lines where one of them says so. */
const glitter = oncePerScene(
  ({ sitter, matte }): { spot: number; dots: number; lines: () => number } | null => {
    if (!sitter || !matte) return null;
    const spots = (['right', 'left'] as const).map((side) => lobeSpot(sitter, matte, side));
    return { spot: Math.max(...spots), ...neckline(sitter) };
  }
);

/** Logs of a spot at the lobes and of dots at the neck below which nothing glitters, whatever the lines. */
const dull = { spot: -3.3, dots: -1.1 };

/** How likely earrings or a necklace are worn, 0…1; 0 where nothing glitters. Our own; see `jewelleryFeatures`. */
export const jewelleryWorn: Measure = {
  id: 'jewellery.present',
  unit: '',
  value(scene) {
    const found = glitter(scene);
    if (!found) return null;
    const glitters = found.spot >= dull.spot || found.dots >= dull.dots;
    return glitters ? likelihood(weights.jewellery, jewelleryFeatures(scene)!) : 0;
  },
  quality: (value) => percent(100 * (1 - value)),
  regions(scene) {
    const found = glitter(scene);
    const { sitter } = scene;
    if (!found || !sitter) return [];
    const { spot, dots } = found;
    return [
      ...(spot >= dull.spot ? [lobes.right, lobes.left].map((lobe) => around(sitter.face, [lobe])) : []),
      ...(dots >= dull.dots ? [necklineBox(sitter)] : [])
    ];
  }
};
