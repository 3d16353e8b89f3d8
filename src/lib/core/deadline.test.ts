import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Deadline } from './deadline';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('is late once, a limit after the last sign of life', () => {
  const late = vi.fn();
  const deadline = new Deadline(5000, late);
  vi.advanceTimersByTime(4000);
  deadline.extend();
  vi.advanceTimersByTime(4000);
  expect(late).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(late).toHaveBeenCalledOnce();
});

it('does not count the time that a device sleeps', () => {
  const late = vi.fn();
  new Deadline(5000, late);
  vi.setSystemTime(Date.now() + 3_600_000);
  vi.advanceTimersByTime(1000);
  expect(late).not.toHaveBeenCalled();
});

it('is never late once it was stopped', () => {
  const late = vi.fn();
  new Deadline(5000, late).stop();
  vi.advanceTimersByTime(60_000);
  expect(late).not.toHaveBeenCalled();
});
