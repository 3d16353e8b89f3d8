import { landmark, type Face } from '../../face/face';
import { leftEye, lidPairs, rightEye } from '../../face/parts';
import { luminanceAt } from '../../image/luminance';
import { eachInside } from '../../image/region';
import { quantile } from '../../image/statistics';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { wallBesideHead } from '../tools/wall';

/** Fewest pixels between the lids that tell the white of an eye, and the part of them that is darker than it. */
const fewest = 12;
const white = 0.85;
/** Luminance of 255 that the whites count as at least: below, noise decides. */
const darkest = 2;

/**
 * Luminance of the wall beside the head over that of the whites of the eyes, both in linear light: white in every face,
 * they tell the light that falls on it, whatever the skin. Null where eyes or wall are not seen. Our own.
 */
export const lightBack: Measure = {
  id: 'light.back',
  unit: '',
  value(scene) {
    const { image, sitter } = scene;
    const wall = wallBesideHead(scene);
    if (!sitter || !wall) return null;
    const whites = (['right', 'left'] as const).flatMap((side) => {
      const levels: number[] = [];
      eachInside(image, eyeOutline(sitter.face, side), (at) => levels.push(luminanceAt(image, at)));
      return levels.length < fewest ? [] : [quantile(levels, white)];
    });
    if (!whites.length) return null;
    const behind = wall.map((at) => luminanceAt(image, at));
    return quantile(behind, 0.5) / Math.max(darkest, ...whites);
  },
  quality: (value) => percent(100 * (1 - sigmoid(value, 6, 1)))
};

/** Between the lids of one eye, corner to corner. */
function eyeOutline(face: Face, side: 'left' | 'right'): ReturnType<typeof landmark>[] {
  const { outer, inner } = side === 'left' ? leftEye : rightEye;
  const pairs = [...lidPairs[side]].sort((a, b) => landmark(face, a[0]).x - landmark(face, b[0]).x);
  const corners = [landmark(face, outer), landmark(face, inner)].sort((a, b) => a.x - b.x);
  return [
    corners[0]!,
    ...pairs.map(([upper]) => landmark(face, upper)),
    corners[1]!,
    ...pairs.toReversed().map(([, lower]) => landmark(face, lower))
  ];
}
