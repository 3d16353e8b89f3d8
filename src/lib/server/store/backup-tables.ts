import type { Sql, SqlDatabase, SqlValue } from './sql';

/** A row as it stands in a backup; bytes as `{"base64": …}`. */
type Kept = Record<string, string | number | null | { base64: string }>;

const page = 500;

/** What is half-sent is sent again, and what goes on by itself goes on: neither has a place in a backup. */
const passing = ['submission_part', 'job'];

/** Tables with rows of our own, in the order they were made: what a row refers to comes before it. */
export async function tablesOf(db: SqlDatabase, sql: Sql): Promise<string[]> {
  const rows = await sql.all<{ name: string }>(
    db.kind === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid"
      : `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
           AND relname <> 'schema_version' ORDER BY oid`
  );
  return rows.map(({ name }) => name).filter((name) => !passing.includes(name));
}

/** Whether a table has no row. */
export const isEmpty = async (sql: Sql, table: string): Promise<boolean> =>
  (await sql.get(`SELECT 1 AS one FROM ${table} LIMIT 1`)) === undefined;

/** A submission's row as it stands, where it is erased by now. */
export const erasedRow = (sql: Sql, id: string) =>
  sql.get<Record<string, unknown>>('SELECT * FROM submission WHERE id = ? AND erased_at IS NOT NULL', [id]);

/** Every row of a table, a JSON line each. */
export async function* linesOf(db: SqlDatabase, sql: Sql, table: string): AsyncGenerator<string> {
  const order = db.kind === 'sqlite' ? 'rowid' : 'ctid';
  for (let offset = 0; ; offset += page) {
    const rows = await sql.all<Record<string, SqlValue>>(
      `SELECT * FROM ${table} ORDER BY ${order} LIMIT ${page} OFFSET ${offset}`
    );
    for (const row of rows) yield `${JSON.stringify(row, (_, value: unknown) => encode(value))}\n`;
    if (rows.length < page) return;
  }
}

/** Bytes come as a Buffer, which JSON would have as a list of numbers. */
function encode(value: unknown): unknown {
  const bytes = (value as { type?: string; data?: number[] } | null)?.type === 'Buffer';
  return bytes ? { base64: Buffer.from((value as { data: number[] }).data).toString('base64') } : value;
}

/** Puts a backup's line back as a row. */
export async function insertLine(db: SqlDatabase, sql: Sql, table: string, line: string): Promise<void> {
  const row = JSON.parse(line) as Kept;
  const names = Object.keys(row);
  if (![table, ...names].every((name) => /^[a-z_0-9]+$/.test(name))) throw new Error('not a backup’s table');
  const values = Object.values(row).map((value) =>
    value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value
  );
  // Numbers that the database gives itself come back as they were.
  const overriding = db.kind === 'postgres' ? 'OVERRIDING SYSTEM VALUE' : '';
  await sql.run(
    `INSERT INTO ${table} (${names.join(', ')}) ${overriding} VALUES (${names.map(() => '?').join(', ')})`,
    values
  );
}

/** Lets PostgreSQL go on counting behind what was put back; SQLite does so by itself. */
export async function settleSequence(db: SqlDatabase, sql: Sql, table: string): Promise<void> {
  if (db.kind !== 'postgres') return;
  const found = await sql.get<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = ? AND is_identity = 'YES'`,
    [table]
  );
  if (found)
    await sql.all(
      `SELECT setval(pg_get_serial_sequence(?, ?), COALESCE(MAX(${found.name}), 0) + 1, false) FROM ${table}`,
      [table, found.name]
    );
}
