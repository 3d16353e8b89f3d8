import { faceRegion } from '../../face/region';
import { luminanceAt } from '../../image/luminance';
import { eachInside } from '../../image/region';
import type { MeasureInput } from '../measure';

/** Share of the face region's pixels at each luminance 0…255 of linear light; null without a face. */
export function faceHistogram({ image, faces: [face] }: MeasureInput): Float32Array | null {
  if (!face) return null;
  const bins = new Float32Array(256);
  let count = 0;
  eachInside(image, faceRegion(face), (at) => {
    bins[Math.round(luminanceAt(image, at))]!++;
    count++;
  });
  return count ? bins.map((value) => value / count) : null;
}
