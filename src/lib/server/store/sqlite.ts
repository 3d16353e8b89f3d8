import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import type { Sql, SqlDatabase, SqlValue, Transaction } from './sql';

/** Transactions that share one commit at most; bounds how long the first of them waits. */
const maxGroup = 64;
/** How long another process's transaction is waited for, ms. */
const busyMs = 5000;

interface Waiting {
  work: (sql: Transaction) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * SQLite: write-ahead log, full sync, so that a commit that was answered survives a power cut.
 *
 * Transactions run one after the other on one connection. Those that wait at the same time share a commit, each
 * inside a savepoint, and are answered after it: one sync for all. Reads outside a transaction go through a second
 * connection, which sees only what is committed.
 */
export function openSqlite(
  file: string,
  steps: readonly Migration[] | 'asFound' = migrations
): Promise<SqlDatabase> {
  mkdirSync(dirname(file), { recursive: true });
  const writer = connect(file);
  try {
    if (steps !== 'asFound') migrate(writer, steps);
  } catch (error) {
    writer.close();
    return Promise.reject(error as Error);
  }
  // Waiting inside the driver would hold up everybody; `begin` waits beside them.
  writer.pragma('busy_timeout = 0');
  const reader = connect(file);
  let closed = false;
  /** The driver ends the process where a connection that was closed is asked. */
  const requireOpen = () => {
    if (closed) throw new Error('The database is closed.');
  };
  // Transactions run one after the other: each holds everything.
  const inside: Transaction = { ...facade(writer, requireOpen), lock: () => Promise.resolve() };
  const outside = facade(reader, requireOpen);
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;

  async function drain(): Promise<void> {
    while (waiting.length) {
      // The commit's fsync blocks the event loop: yield once, so that transactions queued meanwhile join the next group.
      await new Promise((resolve) => setImmediate(resolve));
      await commit(waiting.splice(0, maxGroup));
    }
    draining = null;
  }

  async function commit(group: Waiting[]): Promise<void> {
    const answers: (() => void)[] = [];
    try {
      await begin(writer);
      for (const { work, resolve, reject } of group) {
        writer.exec('SAVEPOINT one');
        try {
          const value = await work(inside);
          writer.exec('RELEASE one');
          answers.push(() => resolve(value));
        } catch (error) {
          writer.exec('ROLLBACK TO one; RELEASE one');
          answers.push(() => reject(error));
        }
      }
      writer.exec('COMMIT');
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  const transaction = <T>(work: (sql: Transaction) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      requireOpen();
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      draining ??= drain();
    });

  return Promise.resolve({
    kind: 'sqlite',
    all: outside.all,
    get: outside.get,
    run: (sql, params) => transaction((inner) => inner.run(sql, params)),
    transaction,
    async scrub() {
      await draining;
      requireOpen();
      await truncateLog(reader);
    },
    async close() {
      await draining;
      if (closed) return;
      closed = true;
      reader.close();
      writer.close();
    }
  });
}

/** Takes the write lock, for which another process may have to be waited for. */
async function begin(db: Database.Database): Promise<void> {
  for (const until = Date.now() + busyMs; ;) {
    try {
      db.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Moves the log into the file and empties it; while others read or write it is tried again, for a while. */
async function truncateLog(db: Database.Database): Promise<void> {
  // Waiting inside the driver would hold up everybody.
  db.pragma('busy_timeout = 0');
  try {
    for (const until = Date.now() + busyMs; Date.now() < until;) {
      const [row] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all([]) as [{ busy: number }];
      if (row.busy === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    db.pragma(`busy_timeout = ${busyMs}`);
  }
}

/** Copies a database as of this moment into a new file, while others go on with it. */
export function copySqlite(file: string, copy: string): void {
  const db = connect(file);
  try {
    db.prepare('VACUUM INTO ?').run([copy]);
  } finally {
    db.close();
  }
}

function connect(file: string): Database.Database {
  const db = new Database(file);
  db.pragma(`busy_timeout = ${busyMs}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // What is deleted or overwritten is zeros in the file.
  db.pragma('secure_delete = ON');
  return db;
}

/** The asynchronous face of one connection; statements are prepared once. */
function facade(db: Database.Database, requireOpen: () => void): Sql {
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string) => {
    requireOpen();
    let found = prepared.get(sql);
    if (!found) prepared.set(sql, (found = db.prepare(sql)));
    return found;
  };
  const values = (params: readonly SqlValue[] = []) =>
    params.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
  // Async functions, so that a wrong statement rejects instead of throwing.
  /* eslint-disable @typescript-eslint/require-await */
  return {
    async all<Row>(sql: string, params?: readonly SqlValue[]) {
      return statement(sql).all(values(params)) as Row[];
    },
    async get<Row>(sql: string, params?: readonly SqlValue[]) {
      const row = statement(sql).get(values(params)) as (Row & { _metadata?: unknown }) | undefined;
      // The driver adds its own timing to a single row.
      if (row) delete row._metadata;
      return row;
    },
    async run(sql, params) {
      const { changes } = statement(sql).run(values(params));
      return { changes };
    }
  };
  /* eslint-enable @typescript-eslint/require-await */
}

const versionOf = (db: Database.Database): number =>
  (db.prepare('PRAGMA user_version').all([]) as [{ user_version: number }])[0].user_version;

/**
 * Brings the schema to the newest version, each step in a transaction of its own. The version is asked again under the
 * write lock: another process may have taken the step meanwhile.
 */
function migrate(db: Database.Database, steps: readonly Migration[]): void {
  while (versionOf(db) !== steps.length) {
    db.exec('BEGIN IMMEDIATE');
    try {
      const version = versionOf(db);
      if (version > steps.length)
        throw new Error('The database was written by a newer version of Gradframe.');
      const step = steps[version];
      if (step !== undefined) {
        db.exec(typeof step === 'string' ? step : step.sqlite);
        db.exec(`PRAGMA user_version = ${version + 1}`);
      }
      db.exec('COMMIT');
    } catch (error) {
      // A connection that closes with a transaction open keeps its lock.
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}
