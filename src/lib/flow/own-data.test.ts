import { expect, it } from 'vitest';
import { loadTexts } from '$lib/i18n/load';
import { locales } from '$lib/i18n/locales';
import { fill } from '$lib/i18n/message';
import { consentNow } from './consent';
import { emptyDraft, type Shot } from './draft';
import { exportText, receiptText } from './own-data';

it.each(locales)('names version, time and each item on the receipt, in %s', async (locale) => {
  const consent = consentNow('zh-CN', new Date('2026-06-01T08:00:00Z'));
  const texts = await loadTexts(locale);
  const text = receiptText(consent, (key) => fill(texts[key], locale));
  expect(text).toContain(consent.version);
  expect(text).toContain('2026-06-01T08:00:00.000Z');
  expect(text.match(/^- .+/gm)).toHaveLength(2);
});

it('exports what was typed and the very bytes of the photo', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0, 255]);
  const shot = { source: {}, finished: null, jpeg } as unknown as Shot;
  const registration = { name: '林晓', studentNumber: '2022310001', source: 'typed' } as const;
  const out = JSON.parse(exportText({ ...emptyDraft, registration, shot })) as {
    registration: object;
    photo: { base64: string };
  };
  expect(out.registration).toEqual(registration);
  expect([...Buffer.from(out.photo.base64, 'base64')]).toEqual([...jpeg]);
});
