import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { consentItems, noticeOf, noticeTexts, noticeVersion } from '$lib/api/notice';
import { loadTexts } from '$lib/i18n/load';
import { locales } from '$lib/i18n/locales';
import { consented, consentNow } from './consent';

const at = new Date('2026-06-01T08:00:00Z');

it('writes a receipt that names the text, the time and every item', () => {
  expect(consentNow('zh-CN', at)).toEqual({
    version: noticeVersion,
    at: '2026-06-01T08:00:00.000Z',
    items: ['sensitive', 'face'],
    locale: 'zh-CN'
  });
});

it('holds only with each item of the present text', () => {
  const given = consentNow('zh-CN', at);
  expect(consented(given)).toBe(true);
  expect(consented(null)).toBe(false);
  expect(consented({ ...given, version: 'earlier' })).toBe(false);
  for (const item of consentItems) expect(consented({ ...given, items: [item] })).toBe(false);
});

it('asks again where an earlier version of the product kept no items', () => {
  const early = { version: noticeVersion, at: at.toISOString() } as ReturnType<typeof consentNow>;
  expect(consented(early)).toBe(false);
});

it.each(locales)('names the very text that is read in %s', async (locale) => {
  const texts = await loadTexts(locale);
  const text = JSON.stringify(noticeTexts.map((key) => texts[key]));
  const notice = noticeOf(noticeVersion, Date.now())!;
  expect(notice.sha256![locale]).toBe(createHash('sha256').update(text).digest('hex'));
});

it('lets an earlier text stand only so long', () => {
  expect(noticeOf('2026-11-25', Date.parse('2026-12-01T00:00:00Z'))).not.toBeNull();
  expect(noticeOf('2026-11-25', Date.parse('2027-02-01T00:00:00Z'))).toBeNull();
  expect(noticeOf('2025-01-01', at.getTime())).toBeNull();
});
