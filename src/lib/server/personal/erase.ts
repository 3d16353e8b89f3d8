import type { PhotoFiles } from '../files/files';
import { eraseAtOnce, eraseBatch, type Erased, type Why } from '../store/erase-submissions';
import { noteErasure } from '../store/erasures';
import { forgetEntries } from '../store/farm';
import { studentLock } from '../store/locks';
import type { SqlDatabase } from '../store/sql';
import type { SubmissionStore } from '../store/submissions';
import { photoCustody } from '../submission/photo-custody';
import { spreadErasures } from './ledger';
import { dropListed } from '../store/student-list';
import { eraseNumber } from '../store/student-rest';
import { nowMs } from '../time';

export interface PersonalData {
  readonly db: SqlDatabase;
  /**
   * Erases everything of one student in a campaign, from the unit's list too, whether or not a photo was sent; how many
   * submissions that were.
   */
  eraseStudent(campaign: string, studentNumber: string, who: string): Promise<number>;
  /** Erases one submission, where it is not erased already; how many that were. */
  eraseSubmission(id: string): Promise<number>;
  /** Erases what a campaign received before an instant (ISO 8601); how many. */
  eraseBefore(campaign: string, instant: string): Promise<number>;
  /** Removes files that nothing refers to and that are older than a day; how many. */
  sweep(now?: number): Promise<number>;
}

/** A sender may still be storing the row of a younger one. */
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Takes personal data away for good: names, numbers, registration, report, consent, photo and enrolment photo. What stays of a
 * submission is its id, its state and its history, which name no student, so that nothing is taken in twice and every
 * count still fits. The database goes first: a photo without its row is removed by the next sweep.
 *
 * @param dataFolder where the ledger of erasures is kept beside the database; see `ledger.ts`
 */
export function personalData(
  db: SqlDatabase,
  store: SubmissionStore,
  files: PhotoFiles,
  dataFolder?: string
): PersonalData {
  const kept = photoCustody(files, store);
  async function erase(which: Erased, who: string, why: Why): Promise<number> {
    let count = 0;
    for (;;) {
      const { erased, photos } = await db.transaction((sql) => eraseBatch(sql, which, who, why));
      for (const photo of new Set(photos)) await kept.drop(photo);
      count += erased;
      if (erased < eraseAtOnce) return count;
    }
  }
  return {
    db,
    async eraseStudent(campaign, studentNumber, who) {
      const count = await erase({ campaign, studentNumber }, who, 'asked');
      const photos = await db.transaction(async (sql) => {
        await sql.lock(studentLock(campaign, studentNumber));
        const unused = await eraseNumber(sql, { campaign, studentNumber });
        // Their files go when the farm's store is next cleared.
        await forgetEntries(sql, { campaign, studentNumber });
        await dropListed(sql, { campaign, studentNumber });
        await noteErasure(sql, { campaign, studentNumber });
        return unused;
      });
      for (const photo of photos) await kept.drop(photo);
      await db.scrub();
      if (dataFolder !== undefined) await spreadErasures(db, dataFolder);
      return count;
    },
    eraseSubmission: (id) => erase({ id }, 'system', 'asked'),
    eraseBefore: (campaign, instant) => erase({ campaign, before: instant }, 'system', 'retention'),
    async sweep(now = nowMs()) {
      let count = 0;
      for await (const { sha256, at } of files.list()) {
        if (now - at >= dayMs && (await kept.drop(sha256))) count++;
      }
      return count;
    }
  };
}
