import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { tonesOf } from '../tools/tones';

/** Every how many pixels each way are looked at. */
const step = 4;
/** Share of the pixels that stay below. */
const share = 0.9;

/**
 * Luminance, 0…1 of linear light, that nine tenths of the picture stay below: how much light there is at all, whatever
 * the colour of skin and clothes. Our own.
 */
export const lightLevel: Measure = {
  id: 'light.level',
  unit: '',
  value({ image }) {
    const tones = tonesOf(image, (visit) => {
      for (let y = 0; y < image.height; y += step)
        for (let x = 0; x < image.width; x += step) visit((y * image.width + x) * 4);
    });
    if (!tones) return null;
    let below = 0;
    return tones.levels.findIndex((count) => (below += count) >= share * tones.count) / 255;
  },
  quality: (value) => percent(100 * sigmoid(value, 0.15, 0.04))
};
