import { lumaAt } from '../../image/luminance';
import { eachInside } from '../../image/region';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Inter-eye distance the face is looked at with: about that of a finished photo. */
const referenceEyes = 100;

/**
 * Energy of fine detail in the face region: root mean square of the Laplacian of luma, over the contrast there
 * (root of the luma's variance), at a sampling of about 100 px between the eyes, in per cent. Falls steadily with
 * blur. The Laplacian as in ISO/IEC 29794-5 Sharpness; scaling our own.
 */
export const sharpness: Measure = {
  id: 'sharpness',
  unit: '%',
  value({ image, sitter }) {
    if (!sitter) return null;
    const reach = Math.max(1, Math.round(sitter.interEye / referenceEyes));
    const dx = reach * 4;
    const dy = reach * image.width * 4;
    let energy = 0;
    let sum = 0;
    let squares = 0;
    let count = 0;
    eachInside(image, sitter.region, (at, x, y) => {
      if (x < reach || y < reach || x >= image.width - reach || y >= image.height - reach) return;
      const centre = lumaAt(image, at);
      const around =
        lumaAt(image, at - dx) + lumaAt(image, at + dx) + lumaAt(image, at - dy) + lumaAt(image, at + dy);
      energy += (around - 4 * centre) ** 2;
      sum += centre;
      squares += centre ** 2;
      count++;
    });
    const variance = squares / count - (sum / count) ** 2;
    return count && variance > 0 ? 100 * Math.sqrt(energy / count / variance) : null;
  },
  quality: (value) => percent(100 * sigmoid(value, 15, 5))
};
