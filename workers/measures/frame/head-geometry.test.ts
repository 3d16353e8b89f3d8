import { expect, it } from 'vitest';
import { measuredSitter } from '../../studio/measured';
import { whyNotFitting } from './head-geometry';

const { geometry, image } = measuredSitter();
const at = (centreX: number) =>
  whyNotFitting({ image, geometry: { ...geometry!, centreX }, framing: { reason: 'frame.offCentre' } });

it('sends whoever stands at the picture’s left to their own left, and the other way round', () => {
  expect(at(image.width * 0.2)).toBe('frame.offCentre.left');
  expect(at(image.width * 0.8)).toBe('frame.offCentre.right');
});

it('gives every other reason as it is', () => {
  expect(whyNotFitting({ image, geometry, framing: { reason: 'frame.tooFar' } })).toBe('frame.tooFar');
});
