import { expect, it } from 'vitest';
import { arrowOf } from './advice-arrow';

it.each([
  ['frame.offCentre.left', true, 'left'],
  ['frame.offCentre.left', false, 'right'],
  ['pose.yaw.right', false, 'left'],
  ['frame.crownLow', false, 'up'],
  ['frame.tooFar', true, 'near'],
  ['mouth.open', true, undefined],
  [null, true, undefined]
])('for %s on a mirror (%s) points %s', (advice, mirrored, arrow) => {
  expect(arrowOf(advice, mirrored)).toBe(arrow);
});
