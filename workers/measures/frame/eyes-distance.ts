import { pose } from '../../face/pose';
import { interEyeDistance } from '../../face/scale';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Inter-eye distance in pixels, corrected for yaw by 1 / cos. ISO/IEC 29794-5 InterEyeDistance. */
export const eyesDistance: Measure = {
  id: 'eyes.distance',
  unit: 'px',
  value({ faces: [face] }) {
    if (!face) return null;
    const yaw = pose(face)?.yaw ?? 0;
    return interEyeDistance(face) / Math.cos((yaw * Math.PI) / 180);
  },
  quality: (value) => percent(100 * sigmoid(value, 70, 20))
};
