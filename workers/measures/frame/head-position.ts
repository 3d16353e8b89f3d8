import { headMeasureOn, headMeasures, type HeadMeasure } from '../../standard/head-measures';
import type { Measure, Outline } from '../measure';
import type { HeadGeometry } from '../../face/head-geometry';

type Lines = (geometry: HeadGeometry, width: number) => Outline[];

/** A measure of the finished file, in its pixels, for a standard's window. */
const onPhoto = (of: HeadMeasure, lines: Lines): Measure => ({
  id: headMeasures[of].id,
  unit: 'px',
  value: ({ geometry, image }) => (geometry ? headMeasureOn(of, geometry, image.height) : null),
  // Inside a window there is no better or worse; the window itself is the rule.
  quality: () => 100,
  lines: ({ geometry, image }) => (geometry ? lines(geometry, image.width) : [])
});

const acrossAt =
  (row: (geometry: HeadGeometry) => number): Lines =>
  (geometry, width) => [[0, row(geometry), width, row(geometry)]];

/** What a standard's windows bound, in advice order. */
export const headWindowMeasures: Readonly<Record<HeadMeasure, Measure>> = {
  crown: onPhoto(
    'crown',
    acrossAt(({ crownY }) => crownY)
  ),
  eyeLine: onPhoto(
    'eyeLine',
    acrossAt(({ eyeY }) => eyeY)
  ),
  eyeLineFromBottom: onPhoto(
    'eyeLineFromBottom',
    acrossAt(({ eyeY }) => eyeY)
  ),
  chinFromBottom: onPhoto(
    'chinFromBottom',
    acrossAt(({ chinY }) => chinY)
  ),
  headHeight: onPhoto('headHeight', ({ centreX, crownY, chinY }) => [[centreX, crownY, centreX, chinY]]),
  faceWidth: onPhoto('faceWidth', ({ faceLeft, faceRight, eyeY, chinY }) => {
    // Between eyes and chin, clear of both.
    const y = (eyeY + chinY) / 2;
    return [
      [faceLeft, y, faceRight, y],
      [faceLeft, eyeY, faceLeft, chinY],
      [faceRight, eyeY, faceRight, chinY]
    ];
  }),
  eyeDistance: onPhoto('eyeDistance', ({ centreX, eyeY, eyeDistance }) => [
    [centreX - eyeDistance / 2, eyeY, centreX + eyeDistance / 2, eyeY]
  ])
};

/** Distance of the face's centre from the picture's, as a share of its width; positive: to the right. */
export const faceCentred: Measure = {
  id: 'face.centred',
  unit: '%',
  value: ({ geometry, image }) => geometry && 100 * (geometry.centreX / image.width - 0.5),
  quality: (value) => Math.max(0, 100 - 10 * Math.abs(value))
};
