import { iso } from '../time';
import { noteErasure } from './erasures';
import type { Sql } from './sql';
import { eraseBeside, eraseNumber } from './student-rest';

/** Submissions erased in one transaction at most. */
export const eraseAtOnce = 200;

export type Why = 'asked' | 'retention';
/** One submission, all of a student's, or what came before an instant (ISO 8601). */
export type Erased =
  { id: string } | { campaign: string; studentNumber: string } | { campaign: string; before: string };

function those(which: Erased): { where: string; params: string[] } {
  if ('id' in which) return { where: 'id = ?', params: [which.id] };
  const { campaign } = which;
  return 'before' in which
    ? { where: 'campaign = ? AND received_at < ?', params: [campaign, which.before] }
    : { where: 'campaign = ? AND student_number = ?', params: [campaign, which.studentNumber] };
}

/**
 * Erases some of these, `eraseAtOnce` at most.
 *
 * @returns how many, and hashes of the files that were theirs and their numbers'
 */
export async function eraseBatch(
  sql: Sql,
  which: Erased,
  who: string,
  why: Why
): Promise<{ erased: number; photos: string[] }> {
  const { where, params } = those(which);
  const rows = await sql.all<{ id: string; state: string; photo: string; campaign: string; number: string }>(
    `SELECT id, state, photo_sha256 AS photo, campaign, student_number AS number FROM submission
     WHERE ${where} AND erased_at IS NULL ORDER BY received_at LIMIT ${eraseAtOnce}`,
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
  const photos = rows.map(({ photo }) => photo);
  for (const { campaign, number: studentNumber } of rows) {
    const other = await sql.get(
      'SELECT 1 AS one FROM submission WHERE campaign = ? AND student_number = ? AND erased_at IS NULL LIMIT 1',
      [campaign, studentNumber]
    );
    if (!other) photos.push(...(await eraseNumber(sql, { campaign, studentNumber })));
  }
  return { erased: rows.length, photos };
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
