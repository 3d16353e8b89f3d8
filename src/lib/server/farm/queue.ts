import type PgBoss from 'pg-boss';
import { log } from '../log';
import type { FarmPicture } from '../store/farm';
import { indexClaims, lockClaim, prolongClaim, returnClaim } from '../store/farm-claims';
import type { Sql, SqlDatabase, SqlValue, Transaction } from '../store/sql';

const queue = 'farm';
/** Between two runs of what takes jobs away from workers that died, s. */
const maintenanceSeconds = 5;
const retryDelaySeconds = 2;
/** Beyond every limit of ours: a job is given up here, with its cause, and never by the library without one. */
const retryLimit = 1000;
/** The library drops what waits longer, minutes: a year. */
const retentionMinutes = 365 * 24 * 60;

/** A picture in hand. `tries` is how often it was taken before: the claim of whoever takes it next has one more. */
export interface Claim extends FarmPicture {
  id: string;
  tries: number;
}

/** The queue of pictures: pg-boss over the endpoint's own connections, so that it takes part in our transactions. */
export interface FarmQueue {
  /** In the transaction that adds them. */
  add(sql: Transaction, pictures: readonly FarmPicture[]): Promise<void>;
  /** The next picture, for as long as the lease; null where none waits, or the database does not answer. */
  claim(): Promise<Claim | null>;
  /** Prolongs leases; answers the ids that are still held. */
  beat(claims: readonly Claim[]): Promise<string[]>;
  /** Before its end: the next worker takes it at once, and no try is counted. */
  giveBack(claim: Claim): Promise<void>;
  /** In the transaction that notes how it ended. */
  end(sql: Transaction, claim: Claim): Promise<void>;
  /** It is tried again, later and later. Nothing where somebody else holds it by now. */
  fail(sql: Transaction, claim: Claim, code: string): Promise<void>;
  stop(): Promise<void>;
}

/** Without a beat for so long, a picture goes to another worker, s. */
const usualLease = 30;

/**
 * @param lease of pictures that are added here, s
 * @throws when PostgreSQL does not answer
 */
export async function farmQueue(db: SqlDatabase, lease = usualLease): Promise<FarmQueue> {
  if (db.kind !== 'postgres') throw new Error('the farm needs PostgreSQL');
  const { default: Made } = await import('pg-boss');
  const boss = new Made({
    db: over(db),
    schedule: false,
    maintenanceIntervalSeconds: Math.min(maintenanceSeconds, lease)
  });
  boss.on('error', (error) => log.warn('farm.queue', error));
  await boss.start();
  const options = {
    name: queue,
    policy: 'standard' as const,
    retryLimit,
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
    expireInSeconds: lease,
    retentionMinutes
  };
  await boss.createQueue(queue, options);
  await boss.updateQueue(queue, options);
  await indexClaims(db, queue);

  return {
    async add(sql, pictures) {
      if (pictures.length === 0) return;
      const jobs = pictures.map(({ key, picture, options: way }) => ({
        name: queue,
        data: { key, picture, options: way }
      }));
      await boss.insert(jobs, { db: over(sql) });
    },
    async claim() {
      const [job] = await boss.fetch<FarmPicture>(queue, {
        includeMetadata: true,
        batchSize: 1,
        priority: false
      });
      return job ? { id: job.id, tries: job.retryCount, ...job.data } : null;
    },
    async beat(claims) {
      const ids: string[] = [];
      for (const claim of claims) if (await prolongClaim(db, queue, claim)) ids.push(claim.id);
      return ids;
    },
    giveBack: (claim) => returnClaim(db, queue, claim),
    async end(sql, { id }) {
      await boss.deleteJob(queue, id, { db: over(sql) });
    },
    async fail(sql, claim, code) {
      if (await lockClaim(sql, queue, claim)) await boss.fail(queue, claim.id, { code }, { db: over(sql) });
    },
    stop: () => boss.stop({ graceful: false })
  };
}

/** Our connections as the library asks for them; its texts have no question marks. */
const over = (sql: Sql): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: (await sql.all(text, values as SqlValue[])) ?? [] })
});
