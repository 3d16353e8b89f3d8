import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { faceLight, wallLight } from '../tools/face-light';

/** Luminance of 255 that a face counts as at least: below, noise decides. */
const darkest = 4;

/**
 * Luminance of the wall beside the head over that of what the light makes bright on the face (lit skin or the whites of
 * the eyes), both in linear light. Null where the wall is not seen. Our own.
 */
export const lightBack: Measure = {
  id: 'light.back',
  unit: '',
  value(scene) {
    const face = faceLight(scene);
    const wall = wallLight(scene);
    return face === null || wall === null ? null : wall / Math.max(darkest, face);
  },
  quality: (value) => percent(100 * (1 - sigmoid(value, 4, 0.7)))
};
