import { landmark, type Face } from '../../face/face';
import { leftBrow, rightBrow } from '../../face/parts';
import { toFace, toPicture } from '../../face/patch';
import { offsetAt } from '../../image/image';
import { around } from '../tools/around';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { oncePerScene } from '../scene';
import type { Sitter } from '../sitter';
import { differenceAt } from '../tools/colour';
import { isSkinAboutEyes } from '../tools/skin';

/** Above the brow's upper edge, and above the lower rim of glasses below the eye, in inter-eye distances. */
const overBrow = { from: 0.06, to: 0.16 };
const underEye = { from: 0.15, to: 0.21 };
const step = 0.015;
/** What a division may lose. */
const rounding = 1e-9;

/** Share of places in a band that show skin; `y` of the band for each place along the brow. */
function skinShare({ image, face, frame, skin }: Sitter, brow: readonly number[], band: Band): number | null {
  const points = brow.map((index) => toFace(frame, landmark(face, index)));
  const xs = points.map(({ x }) => x);
  const top = Math.min(...points.map(({ y }) => y));
  let all = 0;
  let seen = 0;
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += step)
    for (const y of band(top)) {
      const at = offsetAt(image, toPicture(frame, { x, y }));
      if (at === null) continue;
      all++;
      if (isSkinAboutEyes(differenceAt(image, at, skin))) seen++;
    }
  return all ? seen / all : null;
}

type Band = (browTop: number) => number[];

const steps = (from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / step + rounding) + 1 }, (_, i) => from + i * step);
const aboveBrow: Band = (top) => steps(top - overBrow.to, top - overBrow.from);
const belowEye: Band = () => steps(underEye.from, underEye.to);

const browsOf = (face: Face | undefined) => (face ? [around(face, rightBrow), around(face, leftBrow)] : []);

/** Shares of skin along both brows, the sitter's right first; null without a face. */
const alongBrows = (band: Band) =>
  oncePerScene(({ sitter }) => sitter && [rightBrow, leftBrow].map((brow) => skinShare(sitter, brow, band)));
const aboveBrows = alongBrows(aboveBrow);
const belowEyes = alongBrows(belowEye);

/** The lesser of both sides' shares; null where one is not known. */
const worse = (shares: readonly (number | null)[]) =>
  shares.some((share) => share === null) ? null : Math.min(...(shares as number[]));

/** How much of the brows hair leaves free, the worse side, 0 (hidden) … 1: skin right above them. Our own. */
export const browsVisible: Measure = {
  id: 'brows.visible',
  unit: '',
  value(scene) {
    const above = aboveBrows(scene);
    return above && worse(above);
  },
  quality: (value) => percent(100 * value),
  regions: ({ faces: [face] }) => browsOf(face)
};

/**
 * How much of the eyes hair leaves free, the worse side, 0 (hidden) … 1: hair that hides an eye hangs over the brow and
 * goes on below the eye, so the better of both places counts. Our own.
 */
export const eyesVisible: Measure = {
  id: 'eyes.visible',
  unit: '',
  value(scene) {
    const above = aboveBrows(scene);
    const below = belowEyes(scene);
    if (!above || !below) return null;
    return worse(
      above.map((share, side) => {
        const other = below[side]!;
        return share === null || other === null ? null : Math.max(share, other);
      })
    );
  },
  quality: (value) => percent(100 * value),
  regions: ({ faces: [face] }) => browsOf(face)
};
