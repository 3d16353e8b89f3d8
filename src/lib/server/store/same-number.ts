import type { OtherPhoto, Twin } from '$lib/api/contracts/staff';
import { maskNumber } from '$lib/api/mask';
import type { SubmissionState } from '$lib/api/contracts/submission';
import { studentLock } from './locks';
import type { Sql, Transaction } from './sql';

/** Others of a number that a reviewer is shown at most. */
const mostOthers = 12;

/** What one submission has beside it under its number. */
export interface Others {
  /** Those that count most first: approved, then the newest. */
  shown: OtherPhoto[];
  all: number;
}

/**
 * Everything else that was sent under the number of a submission, in its campaign, by whomever.
 *
 * @param alike ids of what looks like it (`alikeTo`)
 */
export async function othersOf(sql: Sql, id: string, alike: ReadonlySet<string>): Promise<Others> {
  const of = `FROM submission AS s JOIN submission AS o ON o.campaign = s.campaign
      AND o.student_number = s.student_number AND o.id <> s.id AND o.erased_at IS NULL
    WHERE s.id = ? AND s.erased_at IS NULL`;
  const rows = await sql.all<{
    id: string;
    state: SubmissionState;
    received_at: string;
    same_key: number;
    same_device: number;
    chosen: number;
    same_file: number;
  }>(
    `SELECT o.id, o.state, o.received_at,
       CASE WHEN o.key_hash = s.key_hash THEN 1 ELSE 0 END AS same_key,
       CASE WHEN o.sender <> '' AND o.sender = s.sender THEN 1 ELSE 0 END AS same_device,
       CASE WHEN o.chosen_at IS NULL THEN 0 ELSE 1 END AS chosen,
       CASE WHEN o.photo_sha256 = s.photo_sha256 THEN 1 ELSE 0 END AS same_file
     ${of} ORDER BY CASE WHEN o.state = 'approved' THEN 0 ELSE 1 END, o.received_at DESC, o.id LIMIT ${mostOthers}`,
    [id]
  );
  const all =
    rows.length < mostOthers
      ? rows.length
      : (await sql.get<{ n: number }>(`SELECT COUNT(*) AS n ${of}`, [id]))!.n;
  const shown = rows.map(
    ({ id: other, state, received_at: receivedAt, same_key, same_device, chosen, same_file }) => ({
      id: other,
      state,
      receivedAt,
      sameKey: same_key === 1,
      sameDevice: same_device === 1,
      chosen: chosen === 1,
      sameFile: same_file === 1,
      looksAlike: same_file === 0 && alike.has(other)
    })
  );
  return { shown, all };
}

/**
 * The same photo under other numbers of the campaign: the same file first, then what looks like it, the newest first.
 *
 * @param alike ids of what looks like it (`alikeTo`)
 */
export async function twinsOf(sql: Sql, id: string, alike: ReadonlySet<string>): Promise<Twin[]> {
  const marks = [...alike].map(() => '?').join(', ');
  const like = alike.size ? `OR o.id IN (${marks})` : '';
  const rows = await sql.all<{
    id: string;
    state: SubmissionState;
    received_at: string;
    number: string;
    same_file: number;
  }>(
    `SELECT o.id, o.state, o.received_at, o.student_number AS number,
       CASE WHEN o.photo_sha256 = s.photo_sha256 THEN 1 ELSE 0 END AS same_file
     FROM submission AS s JOIN submission AS o ON o.campaign = s.campaign AND o.student_number <> s.student_number
       AND (o.photo_sha256 = s.photo_sha256 ${like})
     WHERE s.id = ? AND s.erased_at IS NULL AND o.erased_at IS NULL
     ORDER BY same_file DESC, o.received_at DESC, o.id LIMIT ${mostOthers}`,
    [...alike, id]
  );
  return rows.map(({ id: other, state, received_at: receivedAt, number, same_file }) => ({
    id: other,
    state,
    receivedAt,
    studentNumber: maskNumber(number),
    sameFile: same_file === 1
  }));
}

/** Another photo of the number of `s` stands approved, under another key. */
export const isSecond = `EXISTS (SELECT 1 FROM submission AS first WHERE first.campaign = s.campaign
  AND first.student_number = s.student_number AND first.state = 'approved' AND first.erased_at IS NULL
  AND first.id <> s.id AND first.key_hash <> s.key_hash)`;

/**
 * Takes hold of everything of a submission's number, so that two approvals of it wait for each other.
 *
 * @returns whether a photo under another key is approved already
 */
export async function holdNumber(sql: Transaction, id: string): Promise<boolean> {
  const row = await sql.get<{ campaign: string; student_number: string }>(
    'SELECT campaign, student_number FROM submission WHERE id = ?',
    [id]
  );
  if (!row) return false;
  await sql.lock(studentLock(row.campaign, row.student_number));
  return (
    (await sql.get(`SELECT 1 AS one FROM submission AS s WHERE s.id = ? AND ${isSecond}`, [id])) !== undefined
  );
}

/**
 * Of several approved photos of a number, this one is the student's; whatever was chosen before is not. False,
 * changing nothing, when it is not approved.
 */
export async function choosePhoto(sql: Transaction, id: string, at: string): Promise<boolean> {
  await holdNumber(sql, id);
  const { changes } = await sql.run(
    `UPDATE submission SET chosen_at = ?, exported_at = NULL WHERE id = ? AND state = 'approved' AND erased_at IS NULL`,
    [at, id]
  );
  if (changes)
    await sql.run(
      `UPDATE submission SET chosen_at = NULL WHERE chosen_at IS NOT NULL AND id <> ?
         AND (campaign, student_number) = (SELECT campaign, student_number FROM submission WHERE id = ?)`,
      [id, id]
    );
  return changes > 0;
}

/** A verdict changed what there is to choose from: a choice made before it no longer holds. */
export const forgetChoice = (sql: Sql, id: string) =>
  sql.run(
    `UPDATE submission SET chosen_at = NULL WHERE chosen_at IS NOT NULL
       AND (campaign, student_number) = (SELECT campaign, student_number FROM submission WHERE id = ?)`,
    [id]
  );
