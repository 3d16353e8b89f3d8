import { eachInside } from '../image/region';
import { luminanceAt } from '../image/luminance';
import { faceRegion } from '../face/region';
import { percent, sigmoid } from './quality';
import type { Measure, MeasureInput } from './measure';

/** Share of the face region's pixels whose luminance lies in `from`…`to` of 255. */
function share({ image, faces: [face] }: MeasureInput, from: number, to: number): number | null {
  if (!face) return null;
  let inside = 0;
  let all = 0;
  eachInside(image, faceRegion(face), (at) => {
    const value = Math.round(luminanceAt(image, at));
    all++;
    if (value >= from && value <= to) inside++;
  });
  return all ? inside / all : null;
}

/** Blown-out share of the face, 0…1. ISO/IEC 29794-5 OverExposurePrevention. */
export const exposureOver: Measure = {
  id: 'exposure.over',
  unit: '',
  value: (input) => share(input, 247, 255),
  quality: (value) => percent(1 / (value + 0.01))
};

/** Near-black share of the face, 0…1. ISO/IEC 29794-5 UnderExposurePrevention. */
export const exposureUnder: Measure = {
  id: 'exposure.under',
  unit: '',
  value: (input) => share(input, 0, 25),
  quality: (value) => percent(120 * (0.832 - sigmoid(value, 0.92, 0.05)))
};
