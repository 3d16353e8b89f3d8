import { consentItems, noticeVersion, type ConsentItem } from '$lib/api/notice';
import type { Locale } from '$lib/i18n/locales/tags';

/** What was agreed to, which text, and when (ISO 8601): the student's receipt. */
export interface Consent {
  version: string;
  at: string;
  /** Each item that was ticked. */
  items: readonly ConsentItem[];
  /** The language it was read in. */
  locale?: Locale;
}

/** The receipt for an agreement given now. */
export function consentNow(locale: Locale, now = new Date()): Consent {
  return { version: noticeVersion, at: now.toISOString(), items: consentItems, locale };
}

/** True while the present text was agreed to, item by item. */
export function consented(consent: Consent | null): boolean {
  return (
    consent?.version === noticeVersion && consentItems.every((item) => consent.items?.includes(item) ?? false)
  );
}
