import { expect, it } from 'vitest';
import { healthCheck } from './health';

it('is what was asked for, asked once for everybody who asks at the same time', async () => {
  let asked = 0;
  let fails = false;
  const check = healthCheck(async () => {
    asked++;
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (fails) throw new Error('gone');
  });
  expect(await Promise.all([check(), check(), check()])).toEqual([true, true, true]);
  expect(asked).toBe(1);
  fails = true;
  expect(await check()).toBe(false);
  fails = false;
  expect(await check()).toBe(true);
});

it('is not ready while something hangs, and again once it answers', async () => {
  let answer: (() => void) | undefined;
  let asked = 0;
  const check = healthCheck(() => {
    asked++;
    return new Promise<void>((resolve) => (answer = resolve));
  }, 50);
  const began = performance.now();
  expect(await check()).toBe(false);
  expect(await check()).toBe(false);
  expect(performance.now() - began).toBeLessThan(2000);
  expect(asked).toBe(1);
  const waiting = check();
  answer!();
  expect(await waiting).toBe(true);
});
