import { expect, it } from 'vitest';
import { fineSeconds, mayBeginUnasked, metered } from './cost';

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

it('begins unasked only where the device is known to hold it and the line to be free', () => {
  const wifi = { deviceMemory: 8, connection: { type: 'wifi' } };
  expect(mayBeginUnasked(57e6, wifi)).toBe(true);
  expect(mayBeginUnasked(57e6, { ...wifi, deviceMemory: 2 })).toBe(false);
  expect(mayBeginUnasked(57e6, { connection: wifi.connection })).toBe(false);
  expect(mayBeginUnasked(57e6, { ...wifi, connection: { type: 'wifi', saveData: true } })).toBe(false);
  expect(mayBeginUnasked(57e6, { ...wifi, connection: { type: 'cellular' } })).toBe(false);
  expect(mayBeginUnasked(57e6, { deviceMemory: 8 })).toBe(false);
  expect(mayBeginUnasked(0, { deviceMemory: 8 })).toBe(true);
});
