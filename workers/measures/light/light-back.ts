import { landmark, type Face } from '../../face/face';
import { leftEye, lidPairs, rightEye } from '../../face/parts';
import { luminanceAt } from '../../image/luminance';
import { eachInside } from '../../image/region';
import { quantile } from '../../image/statistics';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { wallBesideHead } from '../tools/wall';

/** Every how many pixels each way the wall is looked at. */
const sparse = 4;

/**
 * Luminance of the wall beside the head over that of the whites of the eyes, both in linear light: white in every face,
 * they tell the light that falls on it, whatever the skin. Null where eyes or wall are not seen. Our own.
 */
export const lightBack: Measure = {
  id: 'light.back',
  unit: '',
  value(input) {
    const { image, geometry, faces } = input;
    const [face] = faces;
    if (!face || !geometry) return null;
    const whites = [eyeOutline(face, 'right'), eyeOutline(face, 'left')].flatMap((outline) => {
      const levels: number[] = [];
      eachInside(image, outline, (at) => levels.push(luminanceAt(image, at)));
      return levels.length < 12 ? [] : [quantile(levels, 0.85)];
    });
    const wall = wallBesideHead(image, geometry, sparse).map((at) => luminanceAt(image, at));
    if (!whites.length || wall.length < 50) return null;
    return quantile(wall, 0.5) / Math.max(2, Math.max(...whites));
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
