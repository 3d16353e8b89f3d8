import { leftEye, rightEye } from '../../face/parts';
import { landmark } from '../../face/face';
import { facePatch, toFace } from '../../face/patch';
import type { Box } from '../../image/region';
import { gaussian, lumaPlane } from '../tools/filter';
import { quantile } from '../../image/statistics';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';

/** Pixels per inter-eye distance that the skin is looked at with: pores and fine lines are one or two of them. */
const scale = 120;
/** What is finer than about two pixels: the blur that takes it out, in these pixels. */
const blur = 1.5;
/** Luma of 255 that what is fine is held against at least. */
const darkest = 16;
/** Of an eye's edges, and of a patch of skin, the part that is less fine. */
const ofEyes = 0.95;
const ofSkin = 0.7;
/** Half height of an eye, in inter-eye distances. */
const eyeHalf = 0.12;
/** Both cheeks and the forehead, in the face's axes. */
const skin: readonly Box[] = [
  { left: -0.65, right: -0.35, top: 0.5, bottom: 0.8 },
  { left: 0.35, right: 0.65, top: 0.5, bottom: 0.8 },
  { left: -0.2, right: 0.2, top: -0.55, bottom: -0.35 }
];

/**
 * Fine texture of the skin over the sharpness of the eyes' edges, in per cent: skin that was smoothed by software has
 * none left where eyes stay sharp. Null for what our own camera took. Our own.
 */
export const pictureBeautified: Measure = {
  id: 'picture.beautified',
  unit: '%',
  value({ image, sitter, file }) {
    if (!sitter || !file) return null;
    const { face, frame } = sitter;
    /** What is finer than about two pixels, as a share of the luma; the part of all that stays below. */
    const fine = (zone: Box, share: number) => {
      const luma = lumaPlane(facePatch(image, frame, zone, scale), 1);
      const soft = gaussian(luma, blur);
      return quantile(
        luma.data.map((value, i) => Math.abs(value - soft.data[i]!) / Math.max(darkest, soft.data[i]!)),
        share
      );
    };
    const eyes = [rightEye, leftEye].map((eye) => {
      const outer = toFace(frame, landmark(face, eye.outer));
      const inner = toFace(frame, landmark(face, eye.inner));
      const left = Math.min(outer.x, inner.x);
      const right = Math.max(outer.x, inner.x);
      return fine({ left, right, top: -eyeHalf, bottom: eyeHalf }, ofEyes);
    });
    const edges = Math.max(...eyes);
    return edges > 0
      ? (100 *
          quantile(
            skin.map((zone) => fine(zone, ofSkin)),
            0.5
          )) /
          edges
      : null;
  },
  quality: (value) => percent(100 * sigmoid(value, 1.5, 0.5))
};
