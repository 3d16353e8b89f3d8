import { randomUUID } from 'node:crypto';
import type { Campaign } from '$lib/api/contracts/campaign';
import { subjectOf, type Permit, type Quota } from '$lib/api/contracts/permit';
import { keyedHash } from '../store/keyed';
import { endpointSecret } from '../store/secret';
import type { Sql, SqlDatabase } from '../store/sql';
import { countSince, noteStandardisations, timesBetween } from '../store/standardisations';
import { readPermit, signPermit } from './permit';
import { iso, nowMs } from '../time';

const hourMs = 60 * 60_000;
/** What a device's clock may be off, ms. */
const skewMs = 10 * 60_000;

/** How the photos of a submission stand to their permit; only `valid` ones were made under it. */
export type Standing = 'valid' | 'none' | 'expired' | 'forged';

/** What a submission tells of the photos finished on its device, checked, to be counted with it. */
export interface Usage {
  standing: Standing;
  subject: string;
  permit: string;
  /** ISO 8601. */
  times: string[];
  allowed: number;
  coolDownHours: number;
}

export interface Told {
  campaign: Campaign;
  /** As the client sent it: a masked one stays masked here. */
  studentNumber: string;
  device: string | undefined;
  quota: Quota;
}

export interface QuotaBook {
  /** Signs how many photos may be finished from now on, less those it was told of. */
  issue(campaign: Campaign, subject: string): Promise<Permit>;
  /** Checks what a client tells; changes nothing. */
  check(told: Told): Promise<Usage>;
}

/** Kept only so: a bare hash of a number without a device is soon found. */
const keyed = (sql: Sql, subject: string) => keyedHash(sql, 'subjects', subject);

/** @param clock ms since 1970 */
export function quotaBook(db: SqlDatabase, clock: () => number = nowMs): QuotaBook {
  let key: Promise<Buffer> | undefined;
  /** Failed readings are forgotten. */
  const signingKey = () =>
    (key ??= endpointSecret(db, 'permit').catch((error: unknown) => {
      key = undefined;
      throw error;
    }));

  return {
    async issue({ code, standardisationsPerDay, coolDownHours }, subject) {
      const from = clock();
      const since = iso(from - coolDownHours * hourMs);
      const told = await countSince(db, await keyed(db, subject), since);
      const count = Math.max(0, standardisationsPerDay - told);
      const until = from + Math.max(1, coolDownHours) * hourMs;
      const content = { id: randomUUID(), campaign: code, subject, count, from, until };
      const token = signPermit(await signingKey(), content);
      return { token, campaign: code, count, from: iso(from), until: iso(until) };
    },
    async check({ campaign, studentNumber, device = '', quota: { permit: token, finishedAt } }) {
      const subject = await subjectOf(device, campaign.code, studentNumber);
      const permit = token === undefined ? null : readPermit(await signingKey(), token);
      const fits = permit?.campaign === campaign.code && permit.subject === subject;
      const inTime = (at: number) => at >= permit!.from - skewMs && at <= permit!.until + skewMs;
      const standing: Standing =
        token === undefined ? 'none' : !fits ? 'forged' : finishedAt.some(inTime) ? 'valid' : 'expired';
      return {
        standing,
        subject: await keyed(db, subject),
        permit: fits ? permit.id : '',
        times: finishedAt.map(iso),
        allowed: campaign.standardisationsPerDay,
        coolDownHours: campaign.coolDownHours
      };
    }
  };
}

/**
 * Counts a submission's finished photos over all of the student's devices, in the submission's own transaction.
 * Idempotent: a photo is known by its time.
 *
 * @returns what the history says of it: '' when all were made under a permit and within the quota
 */
export async function reconcile(
  sql: Sql,
  { campaign, studentNumber }: { campaign: string; studentNumber: string },
  { standing, subject, permit, times, allowed, coolDownHours }: Usage
): Promise<string> {
  const student = { campaign, studentNumber };
  await noteStandardisations(sql, { ...student, subject, permit, times });
  const used = await mostAtOnce(sql, student, times, coolDownHours * hourMs);
  if (standing === 'valid' && used <= allowed) return '';
  return `quota: ${used > allowed ? 'over' : 'within'} ${used}/${allowed}, permit ${standing}`;
}

/** The most photos of a student in any window of so many ms that holds one of these, whichever was told first. */
async function mostAtOnce(
  sql: Sql,
  student: { campaign: string; studentNumber: string },
  told: readonly string[],
  windowMs: number
): Promise<number> {
  const own = told.map((at) => Date.parse(at));
  const all = await timesBetween(
    sql,
    student,
    iso(Math.min(...own) - windowMs),
    iso(Math.max(...own) + windowMs)
  );
  let most = 0;
  let end = 0;
  for (const [start, from] of all.entries()) {
    while (end < all.length && all[end]! < from + windowMs) end++;
    if (own.some((at) => at >= from && at < from + windowMs)) most = Math.max(most, end - start);
  }
  return most;
}
