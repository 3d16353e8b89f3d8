import { expect, it } from 'vitest';
import { median, row } from './row';

it('takes medians and their ratio', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(row('a', 'ms', [1, 2, 9], [10, 20, 30])).toEqual({
    name: 'a',
    ours: 2,
    reference: 20,
    ratio: 0.1,
    unit: 'ms',
    runs: 3
  });
  expect(row('b', 'ms', [5], null)).toMatchObject({ reference: null, ratio: null });
});
