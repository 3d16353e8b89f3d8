import { describe, expect, it } from 'vitest';
import { comesTooLate } from './label-wait';

const total = 8_000_000;
const first = { loaded: 0, at: 1_000 };

describe('whether what labels the sitter comes too late to be waited for', () => {
  it('is told by the rate once there is one', () => {
    // 200 KB in 0.5 s: 19.5 s more.
    expect(comesTooLate(first, { loaded: 200_000, at: 1_500 }, total, 3_500)).toBe(true);
    // 2 MB in 0.5 s: 1.5 s more, 3.0 s in all.
    expect(comesTooLate(first, { loaded: 2_000_000, at: 1_500 }, total, 3_500)).toBe(false);
    expect(comesTooLate(first, { loaded: 2_000_000, at: 1_500 }, total, 2_900)).toBe(true);
    expect(comesTooLate(first, { loaded: 1_000, at: 1_100 }, total, 3_500)).toBe(false);
  });

  it('counts what came before it was looked at as come, not as rate', () => {
    const late = { loaded: 7_900_000, at: 1_000 };
    expect(comesTooLate(late, { loaded: 7_950_000, at: 1_500 }, total, 3_500)).toBe(false);
    expect(comesTooLate(late, { loaded: 7_900_000, at: 1_500 }, total, 3_500)).toBe(true);
  });

  it('is never said of what is all there and only starts', () => {
    expect(comesTooLate(first, { loaded: total, at: 3_400 }, total, 3_500)).toBe(false);
  });
});
