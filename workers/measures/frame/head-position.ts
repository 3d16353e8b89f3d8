import type { Measure, Outline } from '../measure';
import type { HeadGeometry } from '../../protocol';

/** A measure of the finished file, in its pixels, for a standard's window. */
function position(
  id: string,
  of: (geometry: HeadGeometry) => number,
  lines: (geometry: HeadGeometry, width: number) => Outline[]
): Measure {
  return {
    id,
    unit: 'px',
    value: ({ geometry }) => (geometry ? of(geometry) : null),
    // Inside a window there is no better or worse; the window itself is the rule.
    quality: () => 100,
    lines: ({ geometry, image }) => (geometry ? lines(geometry, image.width) : [])
  };
}

/** Top of the hair below the top edge. 教毕指[2017]99号. */
export const crownPosition = position(
  'crown.position',
  ({ crownY }) => crownY,
  ({ crownY }, width) => [[0, crownY, width, crownY]]
);
/** Eye line below the top edge. 教毕指[2017]99号. */
export const eyeLinePosition = position(
  'eyeLine.position',
  ({ eyeY }) => eyeY,
  ({ eyeY }, width) => [[0, eyeY, width, eyeY]]
);
/** Cheek to cheek. 教毕指[2017]99号. */
export const faceWidth = position(
  'face.width',
  ({ faceLeft, faceRight }) => faceRight - faceLeft,
  ({ faceLeft, faceRight, eyeY, chinY }) => {
    // Between eyes and chin, clear of both.
    const y = (eyeY + chinY) / 2;
    return [
      [faceLeft, y, faceRight, y],
      [faceLeft, eyeY, faceLeft, chinY],
      [faceRight, eyeY, faceRight, chinY]
    ];
  }
);

/** Distance of the face's centre from the picture's, as a share of its width; positive: to the right. */
export const faceCentred: Measure = {
  id: 'face.centred',
  unit: '%',
  value: ({ geometry, image }) => geometry && 100 * (geometry.centreX / image.width - 0.5),
  quality: (value) => Math.max(0, 100 - 10 * Math.abs(value))
};
