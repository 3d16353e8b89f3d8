import { randomBytes, randomUUID } from 'node:crypto';
import type { Campaign } from '$lib/api/contracts/campaign';
import { subjectOf, type Permit, type Quota } from '$lib/api/contracts/permit';
import type { Sql, SqlDatabase } from '../store/sql';
import { readPermit, signPermit } from './permit';

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

/** @param clock ms since 1970 */
export function quotaBook(db: SqlDatabase, clock: () => number = Date.now): QuotaBook {
  const iso = (ms: number) => new Date(ms).toISOString();
  let key: Promise<Buffer> | undefined;
  /** Failed readings are forgotten. */
  const signingKey = () =>
    (key ??= readKey(db).catch((error: unknown) => {
      key = undefined;
      throw error;
    }));

  return {
    async issue({ code, standardisationsPerDay, coolDownHours }, subject) {
      const from = clock();
      const row = await db.get<{ n: number }>(
        'SELECT COUNT(*) AS n FROM standardisation WHERE subject = ? AND at > ?',
        [subject, iso(from - coolDownHours * hourMs)]
      );
      const count = Math.max(0, standardisationsPerDay - row!.n);
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
        subject,
        permit: fits ? permit.id : '',
        times: finishedAt.map(iso),
        allowed: campaign.standardisationsPerDay,
        coolDownHours: campaign.coolDownHours
      };
    }
  };
}

/** One for every server over this database; backups hold it. */
async function readKey(db: SqlDatabase): Promise<Buffer> {
  await db.run("INSERT INTO endpoint_key (id, secret) VALUES ('permit', ?) ON CONFLICT DO NOTHING", [
    randomBytes(32).toString('base64')
  ]);
  const row = await db.get<{ secret: string }>("SELECT secret FROM endpoint_key WHERE id = 'permit'");
  return Buffer.from(row!.secret, 'base64');
}

/**
 * Counts a submission's finished photos, in its own transaction: each once, whoever tells it how often, over all of the
 * student's devices.
 *
 * @returns what the history says of it: '' when all were made under a permit and within the quota
 */
export async function reconcile(
  sql: Sql,
  { campaign, studentNumber }: { campaign: string; studentNumber: string },
  { standing, subject, permit, times, allowed, coolDownHours }: Usage
): Promise<string> {
  for (const at of times)
    await sql.run(
      `INSERT INTO standardisation (campaign, student_number, subject, at, permit) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      [campaign, studentNumber, subject, at, permit]
    );
  const last = Date.parse([...times].sort().at(-1) ?? new Date(0).toISOString());
  const row = await sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM standardisation WHERE campaign = ? AND student_number = ? AND at > ? AND at <= ?',
    [
      campaign,
      studentNumber,
      new Date(last - coolDownHours * hourMs).toISOString(),
      new Date(last).toISOString()
    ]
  );
  const used = row!.n;
  if (standing === 'valid' && used <= allowed) return '';
  return `quota: ${used > allowed ? 'over' : 'within'} ${used}/${allowed}, permit ${standing}`;
}
