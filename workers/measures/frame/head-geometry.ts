import type { Measure } from '../measure';

/** 1 when a crop that meets every window of the standard can be placed in the frame, 0 when none can. */
export const headGeometryFits: Measure = {
  id: 'head.geometry',
  unit: '',
  value: ({ geometry, framing }) => (geometry && framing ? (framing.reason === null ? 1 : 0) : null),
  quality: (value) => 100 * value
};
