import { expect, it } from 'vitest';
import { counting, triesLeft } from './tries';

const now = Date.parse('2026-06-01T12:00:00Z');
const hour = 3_600_000;
const coolDownMs = 24 * hour;

it('counts down and never below none', () => {
  const times = [3, 2, 1, 0].map((ago) => now - ago * hour);
  expect([0, 1, 2, 3, 4].map((count) => triesLeft(times.slice(0, count), now))).toEqual([3, 2, 1, 0, 0]);
});

it('gives a try back when its day is over', () => {
  expect(triesLeft([now - coolDownMs + 1], now)).toBe(2);
  expect(triesLeft([now - coolDownMs], now)).toBe(3);
});

it('forgives times that lie ahead of a clock that was set back', () => {
  expect(counting([now + hour, now - hour], now)).toEqual([now - hour]);
});

it('goes by the limits of the campaign', () => {
  const limits = { standardisationsPerDay: 1, coolDownHours: 2 };
  expect(triesLeft([now - hour], now, limits)).toBe(0);
  expect(triesLeft([now - 2 * hour], now, limits)).toBe(1);
});

it('heeds the endpoint’s permit while it lasts, which knows of other devices', () => {
  const iso = (ms: number) => new Date(ms).toISOString();
  const permit = { count: 2, from: iso(now - 2 * hour), until: iso(now + hour) };
  expect(triesLeft([], now, undefined, permit)).toBe(2);
  expect(triesLeft([now - hour], now, undefined, permit)).toBe(1);
  expect(triesLeft([now - 3 * hour], now, undefined, permit)).toBe(2);
  expect(triesLeft([], now, undefined, { ...permit, count: 0 })).toBe(0);
  expect(triesLeft([], now, undefined, { ...permit, count: 0, until: iso(now - 1) })).toBe(3);
});
