import pg from 'pg';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import type { Sql, SqlDatabase, SqlValue } from './sql';

/** Any number; the same in every process that might migrate. */
const migrationLock = 20_171_299;
/** Serialisation failure and deadlock: the work is run again. */
const collisions = ['40001', '40P01'];
const maxTries = 5;

/** PostgreSQL, for more than one endpoint over the same data. `address` is `postgres://user:password@host/database`. */
export async function openPostgres(
  address: string,
  steps: readonly Migration[] = migrations
): Promise<SqlDatabase> {
  const pool = new pg.Pool({ connectionString: address, max: 10, types: { getTypeParser } });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await migrate(pool, steps);
  } catch (error) {
    await pool.end();
    throw error;
  }

  async function transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('BEGIN');
        const value = await work(facade(client));
        await client.query('COMMIT');
        return value;
      } catch (error) {
        // A connection that cannot even roll back is not used again.
        await client.query('ROLLBACK').catch(() => (broken = true));
        if (tries >= maxTries || !collisions.includes(String((error as { code?: string }).code))) throw error;
      } finally {
        client.release(broken);
      }
    }
  }
  return { kind: 'postgres', ...facade(pool), transaction, close: () => pool.end() };
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

/** `?` to `$1`, `$2`, …; text in quotes is left alone. */
export function numbered(sql: string): string {
  let count = 0;
  return sql.replace(/'[^']*'|\?/g, (found) => (found === '?' ? `$${++count}` : found));
}

async function migrate(pool: pg.Pool, steps: readonly Migration[]): Promise<void> {
  const client = await pool.connect();
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
    client.release(true);
  }
}
