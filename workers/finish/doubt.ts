import type { Plane } from '../image/image';
import { coarseTrimap } from '../matte/solve';
import { Known } from '../matte/trimap';
import type { Report } from '../protocol';

/**
 * Doubt from which on the fine matte is taken. Judged by eye on the 17 of 196 real pictures with doubts above 0.75, by the
 * masks that the labels correct: of the eight above 1 with enough contrast one is better by the fine matte, two are worse
 * and five alike; of the eight below one is better, two are worse. A wall that is not plain says nothing: both kinds lie
 * on either side. `npm run truth` prints the drawn scenes.
 */
export const doubtThreshold = 1;

/**
 * Least difference of sitter and wall (`background.contrast`, levels) with which the fine matte helps: on the drawn
 * scenes whose hair has the wall's colour (13 and 23) it is the worse one, as on the real picture in doubt with 10.
 */
const leastContrast = 24;

/** Whether the fine matte is likely the better one: the fast one is in doubt, and colours can tell sitter and wall. */
export function fineIsBetter(doubt: number, { findings }: Report): boolean {
  const contrast = findings.find(({ id }) => id === 'background.contrast')?.value ?? Infinity;
  return doubt >= doubtThreshold && contrast >= leastContrast;
}

/**
 * How much the fast matte takes on trust, 0 … some 5: what the coarse mask is undecided about farther from its edge
 * than the band reaches, in pixels per pixel of its outline. The band is solved anew from the colours; beyond it the
 * mask stands as it is, so that a person behind whom it half takes for the sitter stays, and a bunch of hair that it
 * half takes for the wall goes.
 */
export function doubtOf(mask: Plane): number {
  const { width, height, data } = mask;
  const known = coarseTrimap(mask);
  let undecided = 0;
  let outline = 0;
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const value = data[at]!;
      if (known[at] !== Known.unknown) undecided += 4 * value * (1 - value);
      else if (value >= 0.5 && [at - 1, at + 1, at - width, at + width].some((to) => data[to]! < 0.5))
        outline++;
    }
  return outline ? undecided / outline : 0;
}

/** What both a coarse mask and the one that the labels made of it are undecided about: the less of the two. */
export function leastDoubt(corrected: Plane, coarse: Plane): number {
  const doubt = doubtOf(corrected);
  return doubt < doubtThreshold || corrected === coarse ? doubt : Math.min(doubt, doubtOf(coarse));
}
