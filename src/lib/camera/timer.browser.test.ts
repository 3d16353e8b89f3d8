import { expect, it } from 'vitest';
import { Timer } from './timer.svelte';

it('acts once when its seconds are over, and never once it was stopped', async () => {
  const timer = new Timer();
  let acts = 0;
  timer.start(5, () => acts++);
  expect(timer.left).toBe(5);
  // Another start takes the place of the first.
  timer.start(1, () => acts++);
  expect(timer.left).toBe(1);
  await expect.poll(() => timer.left, { timeout: 5_000 }).toBeNull();
  expect(acts).toBe(1);
  timer.start(1, () => acts++);
  timer.stop();
  expect(timer.left).toBeNull();
});
