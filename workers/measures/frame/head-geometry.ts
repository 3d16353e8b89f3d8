import type { Measure, MeasureInput } from '../measure';

/** 1 when a crop that meets every window of the standard can be placed in the frame, 0 when none can. */
export const headGeometryFits: Measure = {
  id: 'head.geometry',
  unit: '',
  value: ({ geometry, framing }) => (geometry && framing ? (framing.reason === null ? 1 : 0) : null),
  quality: (value) => 100 * value
};

/** Why none can. Who stands aside is told the way to the middle, left and right as they themselves have them. */
export function whyNotFitting({
  framing,
  geometry,
  image
}: Pick<MeasureInput, 'framing' | 'geometry' | 'image'>): string {
  const reason = framing?.reason ?? 'frame.offCentre';
  if (reason !== 'frame.offCentre' || !geometry) return reason;
  // Frames are unmirrored: the sitter's left is the picture's right.
  return geometry.centreX < image.width / 2 ? 'frame.offCentre.left' : 'frame.offCentre.right';
}
