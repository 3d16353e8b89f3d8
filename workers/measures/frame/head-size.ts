import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Eye-to-chin length over the picture's height. ISO/IEC 29794-5 HeadSize. */
export const headSize: Measure = {
  id: 'head.size',
  unit: '',
  value: ({ image, sitter }) => (sitter ? sitter.eyeToChin / image.height : null),
  quality: (value) => percent(200 * (1 - sigmoid(Math.abs(value - 0.45), 0, 0.05))),
  lines: ({ image, geometry }) => (geometry ? [[0, geometry.chinY, image.width, geometry.chinY]] : [])
};
