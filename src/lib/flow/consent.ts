import { consentItems, type ConsentItem } from '$lib/api/contracts/submission';

/** Version of the notice's text; a change of it asks for consent again. */
export const noticeVersion = '2026-11-30';

/** What was agreed to, which text, and when (ISO 8601): the student's receipt. */
export interface Consent {
  version: string;
  at: string;
  /** Each item that was ticked. */
  items: readonly ConsentItem[];
}

/** The receipt for an agreement given now. */
export function consentNow(now = new Date()): Consent {
  return { version: noticeVersion, at: now.toISOString(), items: consentItems };
}

/** True while the present text was agreed to, item by item. */
export function consented(consent: Consent | null): boolean {
  return (
    consent?.version === noticeVersion && consentItems.every((item) => consent.items?.includes(item) ?? false)
  );
}
