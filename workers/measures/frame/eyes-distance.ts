import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Inter-eye distance in pixels, corrected for yaw by 1 / cos. ISO/IEC 29794-5 InterEyeDistance. */
export const eyesDistance: Measure = {
  id: 'eyes.distance',
  unit: 'px',
  value({ sitter }) {
    if (!sitter) return null;
    const yaw = sitter.pose?.yaw ?? 0;
    return sitter.interEye / Math.cos((yaw * Math.PI) / 180);
  },
  quality: (value) => percent(100 * sigmoid(value, 70, 20))
};
