import { describe, expect, it } from 'vitest';
import { firstAdvice, steadyAdvice } from './advice';

/** Feeds one advice per 50 ms and answers what was shown each time. */
function play(keys: (string | null)[]): (string | null)[] {
  let advice = firstAdvice(keys[0]!, 0);
  return keys.map((key, index) => (advice = steadyAdvice(advice, key, index * 50)).key);
}
const times = (key: string | null, count: number) => Array<string | null>(count).fill(key);

describe('steadyAdvice', () => {
  it('ignores single odd frames', () => {
    const keys = times('a', 60).map((key, index) => (index % 5 === 0 ? 'b' : key));
    expect(new Set(play(['a', ...keys]))).toEqual(new Set(['a']));
  });

  it('changes once the new advice has lasted', () => {
    const shown = play([...times('a', 30), ...times('b', 30)]);
    expect(shown.indexOf('b')).toBeGreaterThan(30);
    expect(shown.indexOf('b')).toBeLessThanOrEqual(36);
  });

  it('changes at most once a second, however fast the reasons follow each other', () => {
    const shown = play(Array.from({ length: 200 }, (_, index) => `advice ${Math.floor(index / 7)}`));
    const changes = shown.flatMap((key, index) => (index && key !== shown[index - 1] ? [index * 50] : []));
    expect(changes.length).toBeGreaterThan(3);
    changes.slice(1).forEach((at, index) => expect(at - changes[index]!).toBeGreaterThanOrEqual(1000));
  });
});
