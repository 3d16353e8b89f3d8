import { facePatch } from '../../face/patch';
import { luma } from '../../image/luminance';
import { quantile } from '../../image/statistics';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';
import { gaussian, lumaPlane } from '../tools/filter';
import { likelihood } from '../tools/model';
import { weights } from '../tools/weights';

/** Pixels per inter-eye distance that the eyes are looked at with, and the blur against noise, in these pixels. */
const scale = 64;
const smoothing = 0.7;
/** In the face's axes: both eyes, brow to cheek. */
const zone = { left: -1.15, right: 1.15, top: -0.5, bottom: 0.65 };
/** Luma of 255 that the skin counts as at least. */
const darkestSkin = 8;
/** Added to a step before its log is taken: a step of noise. */
const noise = 0.005;

/**
 * Where a frame draws lines, in the face's axes on the sitter's left (those of the right are its mirror), and the share
 * of the columns that may have a weaker step. Chosen by hand; the glasses model was fitted with them.
 */
const bridge = { from: -0.1, to: 0.1, top: -0.15, bottom: 0.3, share: 0.25 };
const lowerRim = { from: 0.25, to: 0.75, top: 0.22, bottom: 0.5, share: 0.3 };
const templeArm = { from: 0.82, to: 1, top: -0.3, bottom: 0.2, share: 0.3 };

/**
 * Lines where only a frame draws them, as logs of the luma step over the skin's luma: across the ridge of the nose
 * (the bridge: the weakest quarter of the columns must still have it), under both eyes (the lower rims), and outside
 * both eyes (the temple arms). Null without a face.
 */
export const glassesFeatures = oncePerScene(({ image, sitter }): number[] | null => {
  if (!sitter) return null;
  const { frame, skin } = sitter;
  const patch = facePatch(image, frame, zone, scale);
  const plane = gaussian(lumaPlane(patch, Math.max(darkestSkin, luma(...skin))), smoothing);
  const column = (x: number) => Math.round((x - zone.left) * scale);
  const row = (y: number) => Math.round((y - zone.top) * scale);
  /** The strongest step downwards in each column between two heights; the quantile over the columns. */
  const line = ({ from, to, top, bottom, share }: typeof bridge, side: -1 | 1) => {
    const first = Math.min(side * from, side * to);
    const last = Math.max(side * from, side * to);
    const strongest: number[] = [];
    for (let x = column(first); x <= column(last); x++) {
      let best = 0;
      for (let y = row(top); y <= row(bottom); y++) {
        const at = y * plane.width + x;
        best = Math.max(best, Math.abs(plane.data[at + plane.width]! - plane.data[at - plane.width]!));
      }
      strongest.push(best);
    }
    return Math.log(quantile(strongest, share) + noise);
  };
  const weaker = (where: typeof bridge) => Math.min(line(where, -1), line(where, 1));
  return [line(bridge, 1), weaker(lowerRim), weaker(templeArm)];
});

/** How likely the sitter wears glasses, 0…1; null without a face. */
export const glassesLikelihood = oncePerScene((scene) => {
  const features = glassesFeatures(scene);
  return features && likelihood(weights.glasses, features);
});

/** How likely the sitter wears glasses, 0…1. Our own; see `glassesFeatures`. About 3 ms. */
export const glassesPresent: Measure = {
  id: 'glasses.present',
  unit: '',
  value: glassesLikelihood,
  quality: (value) => percent(100 * (1 - value))
};
