import { eraseOutside } from './outside';
import type { PhotoFiles } from '../files/files';
import type { Sql, SqlDatabase } from '../store/sql';
import type { SubmissionStore } from '../store/submissions';
import { keeping } from '../submission/keeping';

/** Submissions erased in one transaction at most. */
const batch = 200;

export interface PersonalData {
  /** Erases everything of one student in a campaign, from the unit's list too; how many submissions that were. */
  eraseStudent(campaign: string, studentNumber: string, who: string): Promise<number>;
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
 */
export function personalData(db: SqlDatabase, store: SubmissionStore, files: PhotoFiles): PersonalData {
  const kept = keeping(files, store);
  async function erase(where: string, params: readonly string[], who: string, why: string): Promise<number> {
    let count = 0;
    for (;;) {
      const photos = await db.transaction((sql) => eraseBatch(sql, where, params, who, why));
      for (const photo of new Set(photos)) await kept.drop(photo);
      count += photos.length;
      if (photos.length < batch) return count;
    }
  }
  return {
    async eraseStudent(campaign, studentNumber, who) {
      const student = [campaign, studentNumber];
      const count = await erase('campaign = ? AND student_number = ?', student, who, 'asked');
      // Also of a student who never sent a photo.
      await db.run('DELETE FROM student WHERE campaign = ? AND student_number = ?', student);
      return count;
    },
    eraseBefore: (campaign, instant) =>
      erase('campaign = ? AND received_at < ?', [campaign, instant], 'system', 'retention'),
    async sweep(now = Date.now()) {
      let count = 0;
      for await (const { sha256, at } of files.list()) {
        if (now - at >= dayMs && (await kept.drop(sha256))) count++;
      }
      return count;
    }
  };
}

/** @returns hashes of the photos of what was erased */
async function eraseBatch(
  sql: Sql,
  where: string,
  params: readonly string[],
  who: string,
  why: string
): Promise<string[]> {
  const rows = await sql.all<{ id: string; state: string; photo: string }>(
    `SELECT id, state, photo_sha256 AS photo FROM submission
     WHERE ${where} AND erased_at IS NULL ORDER BY received_at LIMIT ${batch}`,
    params
  );
  const now = new Date().toISOString();
  for (const { id, state } of rows) {
    await eraseOutside(sql, id);
    await sql.run(
      `UPDATE submission SET registration = '{}', report = '{}', student_number = '', name = '', class = '', sender = '', consent = NULL,
         content_hash = '', content_key = NULL, photo_sha256 = '', key_hash = '', erased_at = ? WHERE id = ?`,
      [now, id]
    );
    await sql.run('DELETE FROM submission_alias WHERE submission_id = ?', [id]);
    await sql.run(
      'INSERT INTO history (submission_id, at, who, from_state, state, why) VALUES (?, ?, ?, ?, ?, ?)',
      [id, now, who, state, state, `erased: ${why}`]
    );
  }
  return rows.map(({ photo }) => photo);
}
