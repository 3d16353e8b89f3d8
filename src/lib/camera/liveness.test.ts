import { expect, it, vi } from 'vitest';
import { Liveness } from './liveness';

const ticks = (one: Liveness, count: number, paused = false) =>
  Array.from({ length: count }, () => one.tick(paused));

it('is live as long as a frame comes now and then', () => {
  const one = new Liveness();
  for (let second = 0; second < 60; second++) {
    expect(ticks(one, 3)).toEqual(['live', 'live', 'live']);
    one.seen();
  }
});

it('opens a still picture anew twice, then only tells', () => {
  const one = new Liveness();
  for (const last of ['reopen', 'reopen', 'still']) {
    one.seen();
    expect(ticks(one, 4)).toEqual(['live', 'live', 'live', last]);
    one.rest();
  }
  // A frame or two after an opening are no mended camera; a second of them is.
  for (let i = 0; i < 30; i++) one.seen();
  expect(ticks(one, 4).at(-1)).toBe('reopen');
});

it('gives a camera more time for its first frame', () => {
  expect(ticks(new Liveness(), 12)).toEqual([...Array<string>(11).fill('live'), 'reopen']);
});

it('waits longer while the system holds the picture back', () => {
  expect(ticks(new Liveness(), 6, true)).toEqual([...Array<string>(5).fill('live'), 'reopen']);
});

it('waits for a frame newer than the question', async () => {
  vi.useFakeTimers();
  try {
    const one = new Liveness();
    one.seen();
    const none = one.next();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await none).toBe(false);
    const some = one.next();
    one.seen();
    expect(await some).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});
