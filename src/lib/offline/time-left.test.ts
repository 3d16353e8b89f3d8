import { expect, it } from 'vitest';
import { secondsLeft } from './time-left';

it('goes by the rate so far', () => {
  expect(secondsLeft(5_000_000, 15_000_000, 4_000)).toBe(8);
  expect(secondsLeft(14_999_999, 15_000_000, 60_000)).toBe(1);
});

it('says nothing before there is a rate, nor at the end', () => {
  expect(secondsLeft(5, 10, 200)).toBeNull();
  expect(secondsLeft(0, 10, 9_000)).toBeNull();
  expect(secondsLeft(10, 10, 9_000)).toBeNull();
});
