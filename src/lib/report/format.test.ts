import { expect, it } from 'vitest';
import type { Finding } from '$workers/protocol';
import { figuresOf, formatValue, hasFigures, ratioOf } from './format';

it.each([
  [216.4, 'px', '216 px'],
  [12.34, 'px', '12 px'],
  [24.94, '°', '24.9°'],
  [-0.00001, '°', '0°'],
  [0.0123, '', '0.012'],
  [1234.5, '', '1,235']
])('%f %s is written %s', (value, unit, text) => expect(formatValue(value, unit, 'en')).toBe(text));

it('shows no figures for a yes or no, nor without a bound', () => {
  const finding: Finding = {
    id: 'head.geometry',
    value: 0,
    quality: 0,
    verdict: 'fail',
    bound: { min: 1 },
    unit: '',
    message: null
  };
  expect(hasFigures(finding)).toBe(false);
  expect(hasFigures({ ...finding, bound: { min: 0.25 } })).toBe(true);
  expect(hasFigures({ ...finding, bound: undefined } as unknown as Finding)).toBe(false);
  expect(hasFigures({ ...finding, bound: { min: 0.25 }, value: null })).toBe(false);
});

it.each([
  [{ min: 0.74, max: 0.76 }, '3:4'],
  [{ min: 0.99, max: 1.01 }, '1:1'],
  [{ min: 0.77, max: 0.78 }, '7:9'],
  [{ min: 0.74 }, null]
])('%o is the proportion %s', (bounds, ratio) => expect(ratioOf(bounds)).toBe(ratio));

it('gives a text the bounds that decided, in their unit', () => {
  const finding = { unit: 'KB', bound: { min: 10, max: 1024 } } as Finding;
  expect(figuresOf(finding, 'en')).toMatchObject({ min: '10 KB', max: '1,024 KB' });
  expect(figuresOf({ unit: 'px', bound: { min: 600 } } as Finding, 'en')).toEqual({
    min: '600 px',
    ratio: ''
  });
});
