import type { Box } from '../../image/region';
import { faceBox } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { differenceOf } from '../tools/colour';
import { placesColour } from '../tools/skin';

/** Skin that a mask leaves free, and what it hides that no beard grows on; in the face's axes. All chosen by hand. */
const free = [
  { x: 0, y: 0.08 },
  { x: -0.4, y: 0.3 },
  { x: 0.4, y: 0.3 },
  { x: -0.2, y: -0.35 },
  { x: 0.2, y: -0.35 }
];
const hidden = [
  { x: 0, y: 0.55 },
  { x: -0.3, y: 0.72 },
  { x: 0.3, y: 0.72 }
];

/** Difference in lightness (log) that light alone may make. */
const shading = 0.6;
/** Part of a difference in chroma that counts where the lower skin is the redder one: cheeks are redder than foreheads. */
const ofBlush = 0.6;
/** Where a mask is marked, in the face's axes. */
const mask: Box = { left: -0.8, right: 0.8, top: 0.4, bottom: 1.7 };

/**
 * How far the colour of nose and cheeks is from that of the skin above, in logs of chroma and of what light does not
 * explain: 0 the same, from 0.22 on something lies over them, such as a mask. Our own.
 */
export const faceCovered: Measure = {
  id: 'face.covered',
  unit: '',
  value({ image, sitter }) {
    if (!sitter) return null;
    const { frame } = sitter;
    const above = placesColour(image, frame, free);
    const below = placesColour(image, frame, hidden);
    const differs = differenceOf(below, above);
    const blush = below[0] * above[1] > above[0] * below[1] ? ofBlush : 1;
    return Math.hypot(blush * differs.chroma, Math.max(0, Math.abs(differs.light) - shading));
  },
  quality: (value) => percent(100 - 200 * value),
  regions: ({ sitter }) => (sitter ? [faceBox(sitter.frame, mask)] : [])
};
