import pg from 'pg';
import { forgetTime, learnTime } from '../time';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import type { Sql, SqlDatabase, SqlValue, Transaction } from './sql';

/** Any number; the same in every process that might migrate. */
const migrationLock = 20_171_299;
/** Serialisation failure and deadlock: the work is run again. */
const collisions = ['40001', '40P01'];
/** The connection went: class 08, the server's shutdown (57P01 to 57P03), the socket's own errors. */
const lost = /^(08...|57P0[123]|ECONNRESET|EPIPE)$/;
const maxTries = 5;
/** How often the server is asked for its time. */
const timeEveryMs = 30_000;

/** How long each kind of waiting may take, ms. */
export interface PostgresTimeouts {
  /** For a connection, new or out of the pool. */
  connect: number;
  /** For one statement, by the server's clock. */
  statement: number;
  /** For an answer, by this process's clock: a server that hangs keeps no clock. */
  answer: number;
  /** Inside a transaction between two statements, by the server's clock. */
  idle: number;
}
const timeouts: PostgresTimeouts = { connect: 5_000, statement: 10_000, answer: 15_000, idle: 15_000 };

/** PostgreSQL, for more than one endpoint over the same data. `address` is `postgres://user:password@host/database`. */
export async function openPostgres(
  address: string,
  steps: readonly Migration[] | 'asFound' = migrations,
  limits: PostgresTimeouts = timeouts
): Promise<SqlDatabase> {
  if (steps !== 'asFound') await migrate(address, steps, limits);
  const pool = new pg.Pool({
    connectionString: address,
    max: 10,
    types: { getTypeParser },
    keepAlive: true,
    connectionTimeoutMillis: limits.connect,
    statement_timeout: limits.statement,
    query_timeout: limits.answer,
    idle_in_transaction_session_timeout: limits.idle
  });
  // A connection that breaks is replaced by the pool; without a listener it would end the process. The pool listens
  // only while a connection is idle, so each gets one for as long as it lives.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const clock = Symbol('postgres');
  const askTime = () => learnTime(clock, () => timeOf(pool));
  try {
    await askTime();
  } catch (error) {
    await pool.end();
    throw error;
  }
  // A question that gets no answer is asked again; till then the time goes on by this process's clock.
  const asking = setInterval(() => void askTime().catch(() => undefined), timeEveryMs);
  asking.unref();

  async function transaction<T>(work: (sql: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const client = await pool.connect();
      let committing = false;
      let broken = false;
      try {
        await client.query('BEGIN');
        const sql = facade(client);
        const value = await work({ ...sql, lock: lockIn(sql) });
        committing = true;
        await client.query('COMMIT');
        return value;
      } catch (error) {
        broken = isLost(error);
        // A connection that cannot even roll back is not used again.
        if (!broken) await client.query('ROLLBACK').catch(() => (broken = true));
        // Once COMMIT was sent nobody knows what became of it.
        const unsent = !committing || isUnsent(error);
        const again = collisions.includes(codeOf(error)) || (isGone(error) && unsent);
        if (tries >= maxTries || !again) throw error;
      } finally {
        client.release(broken);
      }
    }
  }
  return {
    kind: 'postgres',
    ...facade(pool),
    transaction,
    scrub: () => Promise.resolve(),
    close: () => {
      clearInterval(asking);
      forgetTime(clock);
      return pool.end();
    }
  };
}

/** ms since 1970 by the server's clock. */
async function timeOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    'SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) AS ms'
  );
  return rows[0]!.ms;
}

/** 64-bit whole numbers (OID 20), counts among them, as numbers: none here reaches 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === 20 ? Number : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser;

function facade(client: pg.Pool | pg.PoolClient): Sql {
  const query = (sql: string, params: readonly SqlValue[] = []) =>
    client.query(
      numbered(sql),
      params.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value))
    );
  return {
    all: async <Row>(sql: string, params?: readonly SqlValue[]) => (await query(sql, params)).rows as Row[],
    get: async <Row>(sql: string, params?: readonly SqlValue[]) =>
      (await query(sql, params)).rows[0] as Row | undefined,
    run: async (sql, params) => ({ changes: (await query(sql, params)).rowCount ?? 0 })
  };
}

/** Held until the transaction ends. */
const lockIn = (sql: Sql) => async (subject: string) => {
  await sql.get('SELECT pg_advisory_xact_lock(hashtextextended(?, 0)) AS held', [subject]);
};

/** `?` to `$1`, `$2`, …; text in quotes is left alone. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/'[^']*'|\?/g, (found) => (found === '?' ? `$${++count}` : found));
}

const codeOf = (error: unknown) => String((error as { code?: string }).code);
/** It was known to be gone before the statement was sent. */
const isUnsent = (error: unknown) => (error as Error).message.endsWith('is not queryable');
/** Nothing that was not committed stands. */
const isGone = (error: unknown) =>
  lost.test(codeOf(error)) || isUnsent(error) || (error as Error).message.startsWith('Connection terminated');
/** Nothing more comes over this connection: it is gone, or hangs. */
const isLost = (error: unknown) => isGone(error) || (error as Error).message === 'Query read timeout';

/** A step may take as long as it takes; only the connection has a limit. */
async function migrate(
  address: string,
  steps: readonly Migration[],
  { connect }: PostgresTimeouts
): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: connect });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
    const version = rows[0]?.version ?? 0;
    if (version > steps.length) throw new Error('The database was written by a newer version of Gradframe.');
    for (const [index, step] of steps.slice(version).entries()) {
      await client.query('BEGIN');
      await client.query(typeof step === 'string' ? step : step.postgres);
      await client.query('DELETE FROM schema_version');
      await client.query('INSERT INTO schema_version VALUES ($1)', [version + index + 1]);
      await client.query('COMMIT');
    }
  } finally {
    // Ends the session, and with it the lock and whatever a failed step left open.
    await client.end();
  }
}
