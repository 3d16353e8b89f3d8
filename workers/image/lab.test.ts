import { expect, it } from 'vitest';
import { colourDifference, labOf, type Lab } from './lab';

it('knows the corners of sRGB', () => {
  const near = (lab: Lab, expected: Lab) => lab.forEach((v, i) => expect(v).toBeCloseTo(expected[i]!, 1));
  near(labOf(255, 255, 255), [100, 0, 0]);
  near(labOf(0, 0, 0), [0, 0, 0]);
  near(labOf(255, 0, 0), [53.24, 80.09, 67.2]);
  near(labOf(0, 0, 255), [32.3, 79.19, -107.86]);
});

// Sharma, Wu, Dalal 2005, table 1.
it.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
] as [Lab, Lab, number][])('tells %o from %o by the published difference', (one, other, difference) => {
  expect(colourDifference(one, other)).toBeCloseTo(difference, 4);
});
