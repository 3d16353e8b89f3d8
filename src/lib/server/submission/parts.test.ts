import { describe, expect, it } from 'vitest';
import { bodyParts, readRange } from './parts';

describe('readRange', () => {
  it('reads parts and the question', () => {
    expect(readRange(null, 100)).toBeNull();
    expect(readRange('bytes 10-19/50', 100)).toEqual({ from: 10, length: 10, total: 50 });
    expect(readRange('bytes */50', 100)).toEqual({ from: 0, length: 0, total: 50 });
  });

  it.each([
    '',
    'bytes',
    'bytes 1-2',
    'bytes 5-4/9',
    'bytes 0-9/9',
    'bytes */0',
    'bytes -1-3/9',
    'items 0-1/9'
  ])('refuses %j', (header) => expect(() => readRange(header, 100)).toThrow('request.malformed'));

  it('refuses more than is taken', () =>
    expect(() => readRange('bytes 0-9/101', 100)).toThrow('request.tooLarge'));
});

describe('bodyParts', () => {
  const range = (from: number, length: number, total = 4) => ({ from, length, total });
  const bytes = (...values: number[]) => Uint8Array.from(values);

  it('puts a body together, and keeps it until it was taken', () => {
    const parts = bodyParts();
    expect(parts.add('a', range(0, 0), bytes())).toEqual({ received: 0, whole: null });
    expect(parts.add('a', range(0, 3), bytes(1, 2, 3))).toEqual({ received: 3, whole: null });
    const whole = { received: 4, whole: bytes(1, 2, 3, 4) };
    expect(parts.add('a', range(3, 1), bytes(4))).toEqual(whole);
    expect(parts.add('a', range(0, 0), bytes())).toEqual(whole);
    parts.forget('a');
    expect(parts.add('a', range(0, 0), bytes()).received).toBe(0);
  });

  it('changes nothing for a part that continues nothing', () => {
    const parts = bodyParts();
    expect(parts.add('a', range(2, 1), bytes(9)).received).toBe(0);
    parts.add('a', range(0, 2), bytes(1, 2));
    for (const wrong of [range(0, 2), range(1, 1), range(3, 1)])
      expect(parts.add('a', wrong, bytes(9)).received).toBe(2);
    expect(parts.add('b', range(2, 2), bytes(9, 9)).received).toBe(0);
    expect(parts.add('a', range(2, 2), bytes(3, 4)).whole).toEqual(bytes(1, 2, 3, 4));
  });

  it('forgets what waited longest when room or time is over', () => {
    let now = 0;
    const parts = bodyParts(10, 1000, () => now);
    const received = (of: string) => parts.add(of, range(0, 0), bytes()).received;
    for (const of of ['a', 'b']) parts.add(of, range(0, 1), bytes(1));
    parts.add('a', range(1, 1), bytes(2));
    parts.add('c', range(0, 1), bytes(1));
    expect(['a', 'b', 'c'].map(received)).toEqual([2, 0, 1]);
    now = 1001;
    expect(['a', 'c'].map(received)).toEqual([0, 0]);
  });
});
