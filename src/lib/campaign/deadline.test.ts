import { expect, it } from 'vitest';
import { learnClock, serverNow } from '$lib/api/server-clock';
import { deadlineOf } from './deadline';

const closes = '2026-12-20T16:00:00Z';
const end = Date.parse(closes);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const left = (ms: number) => deadlineOf({ closes }, null, end - ms)?.left;

it('tells what is left in days, in the last two in hours, in the last hour in minutes; never more than there is', () => {
  expect(left(12.9 * day)).toEqual({ key: 'deadline.days', count: 12 });
  expect(left(2 * day)).toEqual({ key: 'deadline.days', count: 2 });
  expect(left(2 * day - 1)).toEqual({ key: 'deadline.hours', count: 47 });
  expect(left(hour)).toEqual({ key: 'deadline.hours', count: 1 });
  expect(left(hour - 1)).toEqual({ key: 'deadline.minutes', count: 59 });
  expect(left(minute / 2)).toEqual({ key: 'deadline.minutes', count: 1 });
});

it('says nothing without an end, before the beginning, and once it is over', () => {
  expect(deadlineOf({}, null, end)).toBeNull();
  expect(deadlineOf(null, undefined, end)).toBeNull();
  expect(deadlineOf({ opens: '2026-12-01T00:00:00Z', closes }, null, end - 30 * day)).toBeNull();
  expect(deadlineOf({ closes }, null, end)).toBeNull();
});

it('goes by the nearer of the campaign’s end and the new photo’s', () => {
  const sooner = '2026-12-18T16:00:00Z';
  expect(deadlineOf({ closes }, sooner, end - 5 * day)?.at).toEqual(new Date(sooner));
  expect(deadlineOf({ closes }, '2027-01-05T00:00:00Z', end - 5 * day)?.at).toEqual(new Date(closes));
  expect(deadlineOf({}, sooner, end - 3 * day)).toMatchObject({ at: new Date(sooner), soon: true });
});

it('goes by the endpoint’s clock, which answers tell', () => {
  const now = Date.now();
  learnClock(new Date(now + 3 * day).toUTCString(), now);
  expect(Math.abs(serverNow() - (Date.now() + 3 * day))).toBeLessThan(1_100);
  learnClock('soon');
  learnClock(null);
  expect(serverNow() - Date.now()).toBeGreaterThan(2 * day);
  learnClock(new Date(now).toUTCString(), now);
});
