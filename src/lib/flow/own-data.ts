import { toBase64 } from '$lib/api/base64';
import type { MessageKey } from '$lib/i18n/catalogue';
import type { Consent } from './consent';
import type { Draft } from './draft';

/** The receipt of a consent as plain text, a line each item, that the student can keep. */
export function receiptText(consent: Consent, t: (key: MessageKey) => string): string {
  return [
    t('mine.receipt'),
    `${t('mine.version')}: ${consent.version}`,
    `${t('mine.at')}: ${consent.at}`,
    `${t('mine.items')}:`,
    ...consent.items.map((item) => `- ${t(`consent.${item}`)}`),
    ''
  ].join('\n');
}

/** Everything this device holds of the student, as readable JSON; the finished photo in base64. */
export function exportText(draft: Draft): string {
  const { consent, registration, shot, submission } = draft;
  const photo = shot?.jpeg && { type: 'image/jpeg', base64: toBase64(shot.jpeg) };
  const report = shot && { taken: shot.source, finished: shot.finished };
  return JSON.stringify({ consent, registration, report, photo, submission }, null, 2);
}
