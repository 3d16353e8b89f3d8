import type { PublicCampaign } from '$lib/api/contracts/campaign';
import type { MessageKey } from '$lib/i18n/catalogue';

/** Until when a photo is taken in, and what is left of that. */
export interface Deadline {
  at: Date;
  /** What is left, as message and its number. */
  left: { key: MessageKey; count: number };
  /** Less than two days. */
  soon: boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * The nearer of a campaign's end and a new photo's own; null where there is none, it has not begun, or it is over.
 *
 * @param retakeUntil ISO 8601, of the new photo after a rejection
 * @param now ms since 1970 by the endpoint's clock
 */
export function deadlineOf(
  campaign: Pick<PublicCampaign, 'opens' | 'closes'> | null,
  retakeUntil: string | null | undefined,
  now: number
): Deadline | null {
  if (campaign?.opens && now < Date.parse(campaign.opens)) return null;
  const ends = [campaign?.closes, retakeUntil].filter((end) => typeof end === 'string').map(Date.parse);
  const end = Math.min(...ends);
  if (end === Infinity || end <= now) return null;
  return { at: new Date(end), left: leftOf(end - now), soon: end - now < 2 * day };
}

/** Whole days from two on, hours below, minutes in the last hour: never more than is left. */
function leftOf(ms: number): Deadline['left'] {
  if (ms >= 2 * day) return { key: 'deadline.days', count: Math.floor(ms / day) };
  if (ms >= hour) return { key: 'deadline.hours', count: Math.floor(ms / hour) };
  return { key: 'deadline.minutes', count: Math.max(1, Math.floor(ms / minute)) };
}
