import { expect, it } from 'vitest';
import { addressHasNul, jsonHasNul } from './nul';

it.each([
  ['{"a":"\\u0000"}', true],
  ['{"a":"x\\u0000y"}', true],
  ['{"\\u0000":1}', true],
  ['{"a":"\\\\\\u0000"}', true],
  // A backslash, and then letters that look like an escape.
  ['{"a":"\\\\u0000"}', false],
  ['{"a":"u0000"}', false],
  ['{"a":"\\u00001"}', true],
  ['{"a":"\\u0001"}', false]
])('%s: %s', (json, has) => {
  expect(jsonHasNul(json)).toBe(has);
  expect(JSON.stringify(JSON.parse(json)).includes('\\u0000') && has).toBe(has);
});

it('is found in paths and queries', () => {
  expect(addressHasNul('https://a/api/v1/campaigns/%00')).toBe(true);
  expect(addressHasNul('https://a/api/v1/permits?campaign=a%00b')).toBe(true);
  expect(addressHasNul('https://a/api/v1/campaigns/%2500')).toBe(false);
});
