import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import type { SubmissionState } from '$lib/submission/contract';
import { migrations } from './migrations';
import type { StoredSubmission, SubmissionStore } from './store';

interface Row {
  id: string;
  key_hash: string;
  content_hash: string;
  state: SubmissionState;
  received_at: string;
  photo_sha256: string;
  photo_bytes: number;
  registration: string;
  report: string;
  reasons: string;
}

/** Submissions in SQLite: write-ahead log, full sync, so that a commit that was answered survives a power cut. */
export function sqliteStore(file: string): SubmissionStore {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  migrate(db);

  const insert = db.prepare(
    `INSERT INTO submission
       (id, key_hash, content_hash, state, received_at, photo_sha256, photo_bytes, registration, report)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`
  );
  const record = db.prepare('INSERT INTO history (submission_id, at, who, state) VALUES (?, ?, ?, ?)');
  const byId = db.prepare('SELECT * FROM submission WHERE id = ?');
  const byPhoto = db.prepare('SELECT 1 FROM submission WHERE photo_sha256 = ? LIMIT 1');
  const addBoth = db.transaction((s: StoredSubmission) => {
    const { changes } = insert.run([
      s.id,
      s.keyHash,
      s.contentHash,
      s.state,
      s.receivedAt,
      s.photoSha256,
      s.photoBytes,
      s.registration,
      s.report
    ]);
    if (changes) record.run([s.id, s.receivedAt, 'student', s.state]);
    return changes > 0;
  });

  return {
    add: (submission) => Promise.resolve(addBoth(submission)),
    find(id) {
      const row = byId.get([id]) as Row | undefined;
      return Promise.resolve(row ? fromRow(row) : null);
    },
    refersTo: (photoSha256) => Promise.resolve(byPhoto.get([photoSha256]) !== undefined),
    close() {
      db.close();
      return Promise.resolve();
    }
  };
}

/** Brings the schema to the newest version, each step in a transaction of its own. */
function migrate(db: Database.Database): void {
  const [{ user_version: version }] = db.prepare('PRAGMA user_version').all([]) as [{ user_version: number }];
  if (version > migrations.length)
    throw new Error('The database was written by a newer version of Gradframe.');
  migrations.slice(version).forEach((sql, index) => {
    db.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${version + index + 1}; COMMIT;`);
  });
}

function fromRow(row: Row): StoredSubmission {
  return {
    id: row.id,
    keyHash: row.key_hash,
    contentHash: row.content_hash,
    state: row.state,
    receivedAt: row.received_at,
    photoSha256: row.photo_sha256,
    photoBytes: row.photo_bytes,
    registration: row.registration,
    report: row.report,
    reasons: JSON.parse(row.reasons) as string[]
  };
}
