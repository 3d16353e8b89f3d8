import { describe, expect, it } from 'vitest';
import { readRange } from './range';

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
