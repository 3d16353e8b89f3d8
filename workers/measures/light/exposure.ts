import { luminanceAt } from '../../image/luminance';
import { percent, sigmoid } from '../tools/quality';
import { patches } from '../tools/evidence-patches';
import type { Measure, Outline } from '../measure';
import type { Scene } from '../scene';
import { faceTones } from '../tools/tones';

/** Levels of luminance, both included. */
type Levels = readonly [from: number, to: number];
const blownOut: Levels = [247, 255];
const nearBlack: Levels = [0, 25];

/** Share of the face region's pixels whose luminance lies in `from`…`to` of 255. */
function share(scene: Scene, [from, to]: Levels): number | null {
  const tones = faceTones(scene);
  return tones && tones.levels.subarray(from, to + 1).reduce((sum, count) => sum + count, 0) / tones.count;
}

function where({ image, sitter }: Scene, [from, to]: Levels): Outline[] {
  if (!sitter) return [];
  return patches(image, sitter.region, (at) => {
    const value = Math.round(luminanceAt(image, at));
    return value >= from && value <= to;
  });
}

/** Blown-out share of the face, 0…1. ISO/IEC 29794-5 OverExposurePrevention. */
export const exposureOver: Measure = {
  id: 'exposure.over',
  unit: '',
  value: (scene) => share(scene, blownOut),
  regions: (scene) => where(scene, blownOut),
  quality: (value) => percent(1 / (value + 0.01))
};

/** Near-black share of the face, 0…1. ISO/IEC 29794-5 UnderExposurePrevention. */
export const exposureUnder: Measure = {
  id: 'exposure.under',
  unit: '',
  value: (scene) => share(scene, nearBlack),
  regions: (scene) => where(scene, nearBlack),
  quality: (value) => percent(120 * (0.832 - sigmoid(value, 0.92, 0.05)))
};
