import { expect, it } from 'vitest';
import { fineSeconds, metered } from './cost';

it('knows a metered line by what the browser says, and takes silence for a free one', () => {
  expect(metered({ connection: { saveData: true, type: 'wifi' } })).toBe(true);
  expect(metered({ connection: { type: 'cellular' } })).toBe(true);
  expect(metered({ connection: { saveData: false, type: 'wifi' } })).toBe(false);
  expect(metered({ connection: {} })).toBe(false);
  expect(metered({})).toBe(false);
});

it('tells whole seconds, more on a slower device, and never none', () => {
  expect(fineSeconds(10)).toBeGreaterThanOrEqual(1);
  expect(Number.isInteger(fineSeconds(777))).toBe(true);
  expect(fineSeconds(6000)).toBeGreaterThan(fineSeconds(2000));
});
