import { luminanceAt } from '../../image/luminance';
import { eachIn } from '../../image/region';
import { cheek } from '../tools/cheek';
import { percent } from '../tools/quality';
import type { Measure, MeasureInput } from '../measure';

/**
 * Histogram intersection of the luminance of both cheeks, 0 (nothing in common) … 1 (same light). Squares of
 * 0.3 inter-eye distances below each eye, half-way to the mouth. ISO/IEC 29794-5 IlluminationUniformity.
 */
export const illuminationUniform: Measure = {
  id: 'illumination.uniform',
  unit: '',
  value(input) {
    const left = histogram(input, 'left');
    const right = histogram(input, 'right');
    return left && right ? left.reduce((sum, value, bin) => sum + Math.min(value, right[bin]!), 0) : null;
  },
  quality: (value) => percent(100 * value ** 0.3)
};

function histogram({ image, faces: [face] }: MeasureInput, side: 'left' | 'right'): Float32Array | null {
  if (!face) return null;
  const bins = new Float32Array(256);
  let count = 0;
  eachIn(image, cheek(face, side), (at) => {
    bins[Math.round(luminanceAt(image, at))]!++;
    count++;
  });
  return count ? bins.map((value) => value / count) : null;
}
