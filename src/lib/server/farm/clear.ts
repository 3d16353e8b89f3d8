import type { PhotoFiles } from '../files/files';
import { log } from '../log';
import { forgetEntries, isFarmPhoto, isFarmPicture } from '../store/farm';
import type { Sql, SqlDatabase } from '../store/sql';
import type { FarmFiles } from './farm';
import { nowMs } from '../time';

const dayMs = 24 * 60 * 60_000;
/** Entries forgotten in one transaction at most. */
const portion = 500;

/**
 * Forgets what the farm has kept for so many days, with the files, and removes files that belong to nothing and are
 * older than a day: a younger one may be waiting for its row.
 */
export async function clearFarm(
  db: SqlDatabase,
  files: FarmFiles,
  days: number,
  now = nowMs()
): Promise<{ entries: number; swept: number }> {
  const before = new Date(now - days * dayMs).toISOString();
  let entries = 0;
  for (let count = portion; count === portion; entries += count) {
    const gone = await db.transaction((sql) => forgetEntries(sql, { before, limit: portion }));
    for (const picture of gone.pictures) await files.pictures.remove(picture);
    for (const photo of gone.photos) await files.photos.remove(photo);
    count = gone.entries;
  }
  const swept =
    (await sweep(db, files.pictures, isFarmPicture, now)) + (await sweep(db, files.photos, isFarmPhoto, now));
  if (entries || swept) log.info('farm.cleared', { entries, swept });
  return { entries, swept };
}

async function sweep(
  db: SqlDatabase,
  files: PhotoFiles,
  isKnown: (sql: Sql, sha256: string) => Promise<boolean>,
  now: number
): Promise<number> {
  let swept = 0;
  for await (const { sha256, at } of files.list()) {
    if (now - at < dayMs || (await isKnown(db, sha256))) continue;
    await files.remove(sha256);
    swept++;
  }
  return swept;
}
