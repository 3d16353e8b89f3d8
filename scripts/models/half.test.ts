import { expect, it } from 'vitest';
import { half } from './half.mjs';

it('rounds to the nearest 16-bit float, ties to even', () => {
  const known: [number, number][] = [
    [0, 0],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [0.1, 0x2e66],
    // Half a step above 1, and above the next number.
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    // A fraction that rounds up to the next power of two.
    [1.9999, 0x4000],
    [65504, 0x7bff],
    // Below the normal numbers: the smallest of them, and half of it.
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000]
  ];
  for (const [value, bits] of known) expect(half(value), String(value)).toBe(bits);
});

it('refuses what does not fit', () => {
  expect(() => half(70_000)).toThrow();
});
