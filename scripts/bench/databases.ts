import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../src/lib/server/store/migrations';
import { openDatabase } from '../../src/lib/server/store/open';
import { openPostgres } from '../../src/lib/server/store/postgres';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { startPostgres } from '../../src/lib/server/testing/postgres';

/** Filling takes as long as it takes. */
const patient = { connect: 5_000, statement: 600_000, answer: 600_000, idle: 600_000 };
export const kinds = ['sqlite', 'postgres'] as const;

/** Opens an empty database of a kind, as often as it is asked. */
export type Open = (kind: SqlDatabase['kind']) => Promise<SqlDatabase>;

/** Runs the work with databases of both kinds at hand, in temporary folders; closes them all. */
export async function withDatabases<T>(work: (open: Open) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-'));
  const server = await startPostgres();
  const opened: SqlDatabase[] = [];
  try {
    return await work(async (kind) => {
      const name = `bench${opened.length}`;
      const db =
        kind === 'sqlite'
          ? await openDatabase(join(folder, `${name}.db`))
          : await openPostgres(await server.address(name), migrations, patient);
      opened.push(db);
      return db;
    });
  } finally {
    await Promise.all(opened.map((db) => db.close()));
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** `WITH n (i)`: the numbers below `count`. */
export const numbersBelow = ({ kind }: SqlDatabase, count: number): string =>
  kind === 'postgres'
    ? `WITH n (i) AS (SELECT generate_series(0, ${count - 1}))`
    : `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;

/** A whole number's digits, with zeros before them. */
export const padded = ({ kind }: SqlDatabase, number: string, width: number): string =>
  kind === 'postgres' ? `lpad((${number})::text, ${width}, '0')` : `printf('%0${width}d', ${number})`;
