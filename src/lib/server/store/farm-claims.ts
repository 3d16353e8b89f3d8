import { createHash } from 'node:crypto';
import type { Sql, SqlDatabase, SqlValue, Transaction } from './sql';

/** A job of the farm's queue in hand: `tries` is how often it was taken before. */
interface Held {
  id: string;
  tries: number;
}

const held = "name = ? AND id = ? AND state = 'active' AND retry_count = ?";
const of = (queue: string, { id, tries }: Held): SqlValue[] => [queue, id, tries];

/** pg-boss sorts all that wait at each claim; with this the first is read off. Name: as it names a queue's table. */
export async function indexClaims(db: SqlDatabase, queue: string): Promise<void> {
  const table = `j${createHash('sha224').update(queue).digest('hex')}`;
  await db.run(
    `CREATE INDEX IF NOT EXISTS farm_claim ON pgboss.${table} (created_on, id) WHERE state < 'active'`
  );
}

/**
 * Begins a job's lease anew; false where it is held no more. pg-boss counts from when the job was taken, and has no
 * heartbeat of its own before version 12.
 */
export const prolongClaim = async (sql: Sql, queue: string, job: Held): Promise<boolean> =>
  (await sql.run(`UPDATE pgboss.job SET started_on = now() WHERE ${held}`, of(queue, job))).changes > 0;

/** The next worker takes the job at once, and no try is counted. */
export async function returnClaim(sql: Sql, queue: string, job: Held): Promise<void> {
  await sql.run(`UPDATE pgboss.job SET state = 'created', started_on = NULL WHERE ${held}`, of(queue, job));
}

/** Whether a job is still held; nobody else takes it before the transaction ends. */
export const lockClaim = async (sql: Transaction, queue: string, job: Held): Promise<boolean> =>
  (await sql.get(`SELECT 1 AS one FROM pgboss.job WHERE ${held} FOR UPDATE`, of(queue, job))) !== undefined;
