import { openStored } from '../../src/lib/server/files/open';
import { personalData } from '../../src/lib/server/personal/erase';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { submissionStore } from '../../src/lib/server/store/submissions';
import { s3Env } from '../../src/lib/server/testing/s3';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The sweep that the endpoint makes each day, as it would be a day later; how many files that nothing refers to went.
 *
 * @param photos a folder, or `s3://…`
 */
export async function sweepAsADayLater(db: SqlDatabase, photos: string): Promise<number> {
  const files = await openStored(photos, s3Env);
  return personalData(db, submissionStore(db), files).sweep(Date.now() + dayMs);
}
