import type { PhotoFiles } from '../files/files';
import { forgetEntries } from '../store/farm';
import { studentLock } from '../store/locks';
import type { Sql, SqlDatabase } from '../store/sql';
import type { SubmissionStore } from '../store/submissions';
import { photoCustody } from '../submission/photo-custody';
import { noteErasure, spreadErasures } from './ledger';
import { eraseBeside, eraseNumber } from '../store/student-rest';
import { iso, nowMs } from '../time';

/** Submissions erased in one transaction at most. */
const batch = 200;

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
  /** Removes photos that no submission refers to and that are older than a day; how many. */
  sweep(now?: number): Promise<number>;
}

/** A sender may still be storing the row of a younger one. */
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Takes personal data away for good: names, numbers, registration, report, consent and photo. What stays of a
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
  async function erase(where: string, params: readonly string[], who: string, why: Why): Promise<number> {
    let count = 0;
    for (;;) {
      const photos = await db.transaction((sql) => eraseBatch(sql, where, params, who, why));
      for (const photo of new Set(photos)) await kept.drop(photo);
      count += photos.length;
      if (photos.length < batch) return count;
    }
  }
  return {
    db,
    async eraseStudent(campaign, studentNumber, who) {
      const student = [campaign, studentNumber];
      const count = await erase('campaign = ? AND student_number = ?', student, who, 'asked');
      await db.transaction(async (sql) => {
        await sql.lock(studentLock(campaign, studentNumber));
        await eraseNumber(sql, { campaign, studentNumber });
        // Their files go when the farm's store is next cleared.
        await forgetEntries(sql, { campaign, studentNumber });
        await sql.run('DELETE FROM student WHERE campaign = ? AND student_number = ?', student);
        await noteErasure(sql, { campaign, studentNumber });
      });
      await db.scrub();
      if (dataFolder !== undefined) await spreadErasures(db, dataFolder);
      return count;
    },
    eraseSubmission: (id) => erase('id = ?', [id], 'system', 'asked'),
    eraseBefore: (campaign, instant) =>
      erase('campaign = ? AND received_at < ?', [campaign, instant], 'system', 'retention'),
    async sweep(now = nowMs()) {
      let count = 0;
      for await (const { sha256, at } of files.list()) {
        if (now - at >= dayMs && (await kept.drop(sha256))) count++;
      }
      return count;
    }
  };
}

type Why = 'asked' | 'retention';

/** @returns hashes of the photos of what was erased */
async function eraseBatch(
  sql: Sql,
  where: string,
  params: readonly string[],
  who: string,
  why: Why
): Promise<string[]> {
  const rows = await sql.all<{ id: string; state: string; photo: string; campaign: string; number: string }>(
    `SELECT id, state, photo_sha256 AS photo, campaign, student_number AS number FROM submission
     WHERE ${where} AND erased_at IS NULL ORDER BY received_at LIMIT ${batch}`,
    params
  );
  const now = iso();
  for (const { id, state } of rows) {
    await eraseBeside(sql, id);
    await blankSubmission(sql, id, now);
    if (why === 'asked') await noteErasure(sql, { submission: id });
    await sql.run(
      'INSERT INTO history (submission_id, at, who, from_state, state, why) VALUES (?, ?, ?, ?, ?, ?)',
      [id, now, who, state, state, `erased: ${why}`]
    );
  }
  for (const { campaign, number: studentNumber } of rows) {
    const other = await sql.get(
      'SELECT 1 AS one FROM submission WHERE campaign = ? AND student_number = ? AND erased_at IS NULL LIMIT 1',
      [campaign, studentNumber]
    );
    if (!other) await eraseNumber(sql, { campaign, studentNumber });
  }
  return rows.map(({ photo }) => photo);
}

/** What stays of a submission names nobody. */
async function blankSubmission(sql: Sql, id: string, now: string): Promise<void> {
  await sql.run(
    `UPDATE submission SET registration = '{}', report = '{}', warned = '', student_number = '', name = '', class = '', note = '', sender = '', consent = NULL, taken = NULL,
       content_hash = '', content_key = NULL, photo_sha256 = '', look = '', look_0 = NULL, look_1 = NULL, look_2 = NULL, look_3 = NULL, key_hash = '', proven = 0, chosen_at = NULL, photo_gone_at = NULL, exported_at = NULL, export_until = NULL, erased_at = ? WHERE id = ?`,
    [now, id]
  );
  await sql.run('DELETE FROM submission_alias WHERE submission_id = ?', [id]);
}
