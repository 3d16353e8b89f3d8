import { luminanceAt } from '../../image/luminance';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Every how many pixels each way are looked at. */
const step = 4;
const share = 0.9;

/**
 * Luminance, 0…1 of linear light, that nine tenths of the picture stay below: how much light there is at all, whatever
 * the colour of skin and clothes. Our own.
 */
export const lightLevel: Measure = {
  id: 'light.level',
  unit: '',
  value({ image }) {
    const counts = new Uint32Array(256);
    let all = 0;
    for (let y = 0; y < image.height; y += step)
      for (let x = 0; x < image.width; x += step) {
        counts[Math.round(luminanceAt(image, (y * image.width + x) * 4))]!++;
        all++;
      }
    let below = 0;
    for (let level = 0; level < 256; level++) {
      below += counts[level]!;
      if (below >= share * all) return level / 255;
    }
    return null;
  },
  quality: (value) => percent(100 * sigmoid(value, 0.15, 0.04))
};
