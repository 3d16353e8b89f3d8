import { expect, it } from 'vitest';
import { nextDelay } from './retry';

it('waits longer after each failure, within bounds', () => {
  expect([1, 2, 3].map((failures) => nextDelay(failures, 0.5))).toEqual([4000, 8000, 16000]);
  expect(nextDelay(50, 0.5)).toBe(300_000);
  expect(nextDelay(1, 0)).toBe(3000);
  expect(nextDelay(1, 1)).toBe(5000);
});
