import type { Campaign } from '$lib/api/contracts/campaign';
import { log } from '../log';
import type { Campaigns } from '../store/campaigns';
import type { SqlDatabase } from '../store/sql';
import { dueBefore, lastKnown, noteRetention, noticeBetween } from '../store/retention';
import type { PersonalData } from './erase';
import { eraseEnded, eraseEnrolment, eraseRest } from '../store/left-over';
import { iso, nowMs } from '../time';

const dayMs = 24 * 60 * 60 * 1000;
/** What is due is told so long before it is erased; a notice older than `staleMs` was of another time. */
const noticeMs = dayMs;
const staleMs = 4 * dayMs;
/** A clock so far after everything that the database knows of is wrong, or nobody looked for as long. */
const gapMs = 45 * dayMs;
/** More than this share of all that a campaign ever took in, and more than so many, is no usual round. */
const usual = { share: 0.5, count: 5 };

/**
 * A round of deletion: erases what every campaign has kept for as long as it may, and photos that belong to nothing.
 *
 * What a wrong clock or a wrong number of days would take cannot be had back. So what is due is told a day before, and
 * only that is erased; a round that would take most of a campaign stops until `data retain` confirms it; and so does
 * everything while the clock is far after all that the database knows of.
 *
 * @returns how many submissions, and how many photos
 */
export async function retain(
  campaigns: Campaigns,
  personal: PersonalData,
  now = nowMs()
): Promise<{ erased: number; swept: number }> {
  const known = await lastKnown(personal.db);
  if (known !== null && now - Date.parse(known) > gapMs) {
    log.error('retention.clock', undefined, { known, now: new Date(now).toISOString() });
    return { erased: 0, swept: 0 };
  }
  let erased = 0;
  let rest = 0;
  for (const campaign of await campaigns.list()) {
    // A wrong day of closing is told by nobody: it counts once it has stood for as long.
    const settled = now - (await campaigns.changedAt(campaign.code)) >= noticeMs;
    const { code, closes } = campaign;
    const closing = { code, ...(settled && closes && { closes }) };
    rest += await eraseEnrolment(personal.db, closing, now);
    const cutoff = await confirmedCutoff(personal.db, campaign, now);
    if (cutoff === null) continue;
    erased += await personal.eraseBefore(code, cutoff);
    rest += await eraseRest(personal.db, closing, cutoff);
  }
  rest += await eraseEnded(personal.db, now);
  const swept = await personal.sweep(now);
  if (erased || rest) await personal.db.scrub();
  if (erased || swept || rest) log.info('retention', { erased, swept, rest });
  return { erased, swept };
}

/** What a campaign received before this instant (ISO 8601) may go, as was told a day ago; null: nothing may. */
async function confirmedCutoff(db: SqlDatabase, campaign: Campaign, now: number): Promise<string | null> {
  const { code } = campaign;
  const cutoff = cutoffOf(campaign, now);
  const { due, all } = await dueBefore(db, code, cutoff);
  const told = await noticeBetween(db, code, iso(now - staleMs), iso(now - noticeMs));
  // Told a day ago, and still due.
  const instant = told && (told.cutoff < cutoff ? told.cutoff : cutoff);
  const taken = instant === null ? 0 : (await dueBefore(db, code, instant)).due;
  const many = taken > usual.count && taken > usual.share * all;
  const last = await noticeBetween(db, code, '', iso(now));
  const stopped = many ? 'many' : '';
  await noteRetention(db, { campaign: code, at: iso(now), cutoff, due, stopped });
  if (many) log.error('retention.stopped', undefined, { campaign: code, due: taken, all });
  else if (due > 0 && last?.due !== due) log.warn('retention.due', undefined, { campaign: code, due });
  return many ? null : instant;
}

const cutoffOf = ({ retentionDays }: Campaign, now: number) =>
  new Date(now - retentionDays * dayMs).toISOString();

/** What somebody who looked has confirmed: erases all that a campaign has kept too long, at once; how many. */
export async function retainNow(
  db: SqlDatabase,
  campaign: Campaign,
  personal: PersonalData,
  now = nowMs()
): Promise<number> {
  const cutoff = cutoffOf(campaign, now);
  const erased = await personal.eraseBefore(campaign.code, cutoff);
  await eraseRest(db, campaign, cutoff);
  await eraseEnrolment(db, campaign, now);
  const at = new Date(now).toISOString();
  await noteRetention(db, { campaign: campaign.code, at, cutoff, due: 0, stopped: '' });
  await db.scrub();
  return erased;
}
