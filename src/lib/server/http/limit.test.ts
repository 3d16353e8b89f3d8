import { expect, it } from 'vitest';
import { rateLimit } from './limit';

it('lets a minute’s worth through at once, then as fast as it fills, each subject by itself', () => {
  const limit = rateLimit(60);
  const used = (subject: string, now: number) =>
    Array.from({ length: 100 }, () => limit.take(subject, now)).filter(Boolean).length;
  expect(used('a', 0)).toBe(60);
  expect(used('b', 0)).toBe(60);
  expect(used('a', 5_000)).toBe(5);
  expect(used('a', 5_500)).toBe(0);
  expect(used('a', 600_000)).toBe(60);
});

it('remembers a bounded number of subjects', () => {
  const limit = rateLimit(1);
  expect(limit.take('first', 0)).toBe(true);
  expect(limit.take('first', 0)).toBe(false);
  for (let i = 0; i < 20_000; i++) limit.take(`other-${i}`, 0);
  expect(limit.take('first', 0)).toBe(true);
});
