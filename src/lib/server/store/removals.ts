import type { Sql, SqlDatabase, Transaction } from './sql';
import { iso, nowMs } from '../time';

/** A removal takes less; after this whoever began it may have died, ms. */
const leaseMs = 45_000;
/** No photo is on its way for longer between its file and its row, ms. */
const rememberMs = 60 * 60_000;

/** The photo is being removed, or was since its file was put there: put it again, and try again. */
export class PhotoLeaving extends Error {
  constructor() {
    super('the photo is being removed');
    this.name = 'PhotoLeaving';
  }
}

/**
 * Who may remove a photo, over every process and machine: files and rows are in two places, and a file may only go
 * while no row can come. Each removal is told in the database first; whoever adds a row finds it there.
 */
export interface PhotoRemovals {
  /** True: nobody refers to it, and nobody will before `end`. */
  begin(sha256: string): Promise<boolean>;
  end(sha256: string): Promise<void>;
  /** True: no removal is under way, and the file may be put again. */
  settle(sha256: string): Promise<boolean>;
}

const photoLock = (sha256: string) => `photo ${sha256}`;

/** Removals noted in the database, so that instances see one another's. */
export function photoRemovals(db: SqlDatabase): PhotoRemovals {
  return {
    begin: (sha256) =>
      db.transaction(async (sql) => {
        await sql.lock(photoLock(sha256));
        if (await isReferredTo(sql, sha256)) return false;
        const now = nowMs();
        await sql.run('DELETE FROM photo_removal WHERE until < ?', [iso(now - rememberMs)]);
        // One that another began is theirs to end.
        const { changes } = await sql.run(
          `INSERT INTO photo_removal (sha256, until, ended) VALUES (?, ?, 0) ON CONFLICT (sha256)
           DO UPDATE SET until = excluded.until, ended = 0 WHERE photo_removal.ended = 1 OR photo_removal.until < ?`,
          [sha256, iso(now + leaseMs), iso(now)]
        );
        return changes > 0;
      }),
    async end(sha256) {
      await db.run('UPDATE photo_removal SET ended = 1 WHERE sha256 = ?', [sha256]);
    },
    settle: (sha256) =>
      db.transaction(async (sql) => {
        await sql.lock(photoLock(sha256));
        await sql.run('DELETE FROM photo_removal WHERE sha256 = ? AND (ended = 1 OR until < ?)', [
          sha256,
          iso(nowMs())
        ]);
        return !(await sql.get('SELECT 1 AS one FROM photo_removal WHERE sha256 = ?', [sha256]));
      })
  };
}

/** Whether any submission or enrolment photo refers to the file. */
export async function isReferredTo(sql: Sql, sha256: string): Promise<boolean> {
  const found = await sql.get(
    `SELECT 1 AS one FROM submission WHERE photo_sha256 = ? AND erased_at IS NULL
     UNION ALL SELECT 1 FROM enrolment_photo WHERE photo_sha256 = ? LIMIT 1`,
    [sha256, sha256]
  );
  return found !== undefined;
}

/** In the transaction of a new row. @throws PhotoLeaving */
export async function requirePhoto(sql: Transaction, sha256: string): Promise<void> {
  await sql.lock(photoLock(sha256));
  if (await sql.get('SELECT 1 AS one FROM photo_removal WHERE sha256 = ?', [sha256]))
    throw new PhotoLeaving();
}
