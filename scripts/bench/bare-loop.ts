import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openDatabase } from '../../src/lib/server/store/open';
import { toRow } from '../../src/lib/server/store/submission-row';
import { sampleSubmission } from '../../src/lib/server/testing/submission';

export interface BareLoop {
  /** Keeps one photo: its file, then its rows, each synced before this returns. */
  keep(photo: Uint8Array): void;
  close(): void;
}

/** What keeping a photo costs and nothing else: the endpoint's tables, its inserts, its synced file; no endpoint. */
export async function bareLoop(folder: string): Promise<BareLoop> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'bare.db');
  await (await openDatabase(file)).close();
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const names = Object.keys(toRow(sampleSubmission()));
  const submission = db.prepare(
    `INSERT INTO submission (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  );
  const history = db.prepare(
    `INSERT INTO history (submission_id, at, who, from_state, state, why) VALUES (?, ?, 'student', 'draft', 'received', '')`
  );
  const directory = openSync(folder, 'r');
  return {
    keep(photo) {
      const photoSha256 = createHash('sha256').update(photo).digest('hex');
      const partial = join(folder, `${photoSha256}.part`);
      const handle = openSync(partial, 'wx');
      writeSync(handle, photo);
      fsyncSync(handle);
      closeSync(handle);
      renameSync(partial, join(folder, `${photoSha256}.jpg`));
      fsyncSync(directory);
      const row = toRow(sampleSubmission({ photoSha256, photoBytes: photo.length }));
      db.exec('BEGIN IMMEDIATE');
      submission.run(Object.values(row));
      history.run([row.id, row.received_at]);
      db.exec('COMMIT');
    },
    close() {
      closeSync(directory);
      db.close();
    }
  };
}
