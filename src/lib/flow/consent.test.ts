import { expect, it } from 'vitest';
import { consentItems } from '$lib/api/contracts/submission';
import { consented, consentNow, noticeVersion } from './consent';

const at = new Date('2026-06-01T08:00:00Z');

it('writes a receipt that names the text, the time and every item', () => {
  expect(consentNow(at)).toEqual({
    version: noticeVersion,
    at: '2026-06-01T08:00:00.000Z',
    items: ['sensitive', 'face']
  });
});

it('holds only with each item of the present text', () => {
  const given = consentNow(at);
  expect(consented(given)).toBe(true);
  expect(consented(null)).toBe(false);
  expect(consented({ ...given, version: 'earlier' })).toBe(false);
  for (const item of consentItems) expect(consented({ ...given, items: [item] })).toBe(false);
});

it('asks again where an earlier version of the product kept no items', () => {
  const early = { version: noticeVersion, at: at.toISOString() } as ReturnType<typeof consentNow>;
  expect(consented(early)).toBe(false);
});
