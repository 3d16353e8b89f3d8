import { beforeAll, describe, expect, it } from 'vitest';
import { photograph } from '../../scripts/codes/damage';
import { encodeCode } from '../../scripts/codes/draw';
import { openReader } from '../../scripts/codes/reader';
import { LiveCascade } from './live';
import type { CodeReader } from './reader';

const text = '0123456789abcdef'.repeat(12);
const code = encodeCode(text);
const budgetMs = 60_000;
let reader: CodeReader;
beforeAll(async () => {
  reader = await openReader();
});

const frame = (seed: number, rotate = 0) => photograph(code, { module: 3, noise: 130, rotate }, seed);

describe('LiveCascade', () => {
  it('reads a clear frame at once', async () => {
    const found = await new LiveCascade().read(await photograph(code, { module: 4 }), reader, budgetMs);
    expect(found?.text).toBe(text);
  });

  it('reads frames of a steady camera together that it cannot read alone', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      expect(await new LiveCascade().read(await frame(seed), reader, budgetMs)).toBeNull();
    }
    const live = new LiveCascade();
    let found = null;
    for (let seed = 1; seed <= 12 && !found; seed++)
      found = await live.read(await frame(seed), reader, budgetMs);
    expect(found?.text).toBe(text);
  });

  it('does not mix frames of a moving camera', async () => {
    const live = new LiveCascade();
    for (let seed = 1; seed <= 6; seed++) {
      expect(await live.read(await frame(seed, 25 * seed), reader, budgetMs)).toBeNull();
    }
  });
});
