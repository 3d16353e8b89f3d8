import { expect, test } from 'vitest';
import { flooder } from './flood';

/** A region of noise, `share` of it set. */
function noise(width: number, height: number, share: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: width * height }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 < share ? 1 : 0;
  });
}

/** What hangs together with `start`, by growing a set until it grows no more. */
function connected(region: Uint8Array, width: number, start: number): Set<number> {
  const found = new Set(region[start] ? [start] : []);
  for (const at of found)
    for (const step of [-1, 1, -width, width]) {
      const inRow = Math.abs(step) !== 1 || Math.floor((at + step) / width) === Math.floor(at / width);
      if (inRow && region[at + step]) found.add(at + step);
    }
  return found;
}

test.each([0.3, 0.55, 0.62, 0.8, 1])(
  'finds just what is connected, where %d of the pixels are set',
  (share) => {
    const [width, height] = [37, 23];
    const flood = flooder(width, height);
    for (let seed = 1; seed <= 40; seed++) {
      const region = noise(width, height, share, seed);
      const start = (seed * 97) % region.length;
      const marks = new Uint8Array(region.length);
      const wanted = [...connected(region, width, start)].sort((a, b) => a - b);
      expect([...flood(region, start, marks)].sort((a, b) => a - b)).toEqual(wanted);
      expect([...marks.keys()].filter((at) => marks[at])).toEqual(wanted);
    }
  }
);

test('goes round what is marked already', () => {
  const marks = Uint8Array.from([0, 1, 0]);
  expect([...flooder(3, 1)(Uint8Array.from([1, 1, 1]), 0, marks)]).toEqual([0]);
  expect([...marks]).toEqual([1, 1, 0]);
});
