import { expect, it } from 'vitest';
import { Pace } from './pace';

it('keeps dear work to its share of the time', () => {
  const pace = new Pace(0.1);
  let [cheap, dear] = [0, 0];
  for (let frame = 0; frame < 1000; frame++) {
    if (pace.due) {
      dear += 6;
      pace.spend(6);
    }
    cheap += 14;
    pace.earn(14);
  }
  expect(dear / (cheap + dear)).toBeLessThanOrEqual(0.1);
  expect(dear / (cheap + dear)).toBeGreaterThan(0.08);
});

it('begins with dear work, and saves nothing up', () => {
  const pace = new Pace(0.5);
  pace.earn(1000);
  expect(pace.due).toBe(true);
  pace.spend(10);
  expect(pace.due).toBe(false);
  pace.earn(10);
  expect(pace.due).toBe(true);
});
