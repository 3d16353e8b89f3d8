import type { Overview } from '$lib/api/contracts/overview';
import type { Campaign } from '$lib/api/contracts/campaign';
import { isOpen } from '$lib/api/contracts/campaign';
import { classesOf, daysOf, oldestWaiting, pace, refusedFor } from '../../store/overview';
import type { Sql } from '../../store/sql';
import { nowMs } from '../../time';
import { countState } from '../../store/review-queue';
import { spansOf } from './days';

/** Days that are shown, today among them. */
const dayCount = 30;

/**
 * How far a campaign has come. Every question is answered from an index that holds all it asks for.
 *
 * @param zoneMinutes the reader's clock is so far ahead of UTC
 */
export async function overviewOf(
  sql: Sql,
  campaign: Campaign,
  zoneMinutes: number,
  now = nowMs()
): Promise<Overview> {
  const { code } = campaign;
  const spans = spansOf(now, zoneMinutes, dayCount);
  const days = await daysOf(sql, code, spans);
  const today = days.at(-1)!;
  const oldest = await oldestWaiting(sql, code);
  return {
    ...(await classesOf(sql, code)),
    closed:
      campaign.closes !== undefined && !isOpen(campaign, new Date(now)) && Date.parse(campaign.closes) <= now,
    days,
    ...(await refusedFor(sql, code)),
    review: await pace(sql, code),
    today: {
      received: today.received,
      decided: today.approved + today.rejected,
      waiting: await countState(sql, code, 'received'),
      oldest
    }
  };
}
