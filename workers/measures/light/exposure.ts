import { eachInside } from '../../image/region';
import { luminanceAt } from '../../image/luminance';
import { faceRegion } from '../../face/region';
import { percent, sigmoid } from '../tools/quality';
import { patches } from '../tools/cells';
import type { Measure, MeasureInput, Outline } from '../measure';

type Levels = readonly [from: number, to: number];
const blownOut: Levels = [247, 255];
const nearBlack: Levels = [0, 25];

/** Share of the face region's pixels whose luminance lies in `from`…`to` of 255. */
function share({ image, faces: [face] }: MeasureInput, [from, to]: Levels): number | null {
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

function where({ image, faces: [face] }: MeasureInput, [from, to]: Levels): Outline[] {
  if (!face) return [];
  return patches(image, faceRegion(face), (at) => {
    const value = Math.round(luminanceAt(image, at));
    return value >= from && value <= to;
  });
}

/** Blown-out share of the face, 0…1. ISO/IEC 29794-5 OverExposurePrevention. */
export const exposureOver: Measure = {
  id: 'exposure.over',
  unit: '',
  value: (input) => share(input, blownOut),
  regions: (input) => where(input, blownOut),
  quality: (value) => percent(1 / (value + 0.01))
};

/** Near-black share of the face, 0…1. ISO/IEC 29794-5 UnderExposurePrevention. */
export const exposureUnder: Measure = {
  id: 'exposure.under',
  unit: '',
  value: (input) => share(input, nearBlack),
  regions: (input) => where(input, nearBlack),
  quality: (value) => percent(120 * (0.832 - sigmoid(value, 0.92, 0.05)))
};
