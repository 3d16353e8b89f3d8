import { expect, it } from 'vitest';
import { fill } from './message';

const photos = { one: '{count} photo of {name}', other: '{count} photos of {name}' };

it('fills places and leaves unknown ones empty', () => {
  expect(fill('{a}, {b}.', 'en', { a: 1 })).toBe('1, .');
});

it.each([
  ['en', 0, '0 photos of Lin'],
  ['en', 1, '1 photo of Lin'],
  ['en', 21, '21 photos of Lin'],
  ['zh-CN', 1, '1 photos of Lin']
])('takes the plural form that %s has for %i', (locale, count, text) => {
  expect(fill(photos, locale, { count, name: 'Lin' })).toBe(text);
});

it('takes `other` where a form is left out, and for a count that is not a number', () => {
  expect(fill({ other: '{count} of them' }, 'en', { count: 1 })).toBe('1 of them');
  expect(fill(photos, 'en', { count: 'over 999', name: 'Lin' })).toBe('over 999 photos of Lin');
});
