import type { Enrolled } from '$lib/api/contracts/enrolment';
import { studentLock } from './locks';
import { requirePhoto } from './removals';
import type { Sql, SqlValue, Transaction } from './sql';
import { countListed } from './student-list';

/** Whose photo it is. */
interface Whose {
  campaign: string;
  studentNumber: string;
}

/** Forgets enrolment photos; hashes of files that they referred to, which others may refer to still. */
export async function dropEnrolment(sql: Sql, where: string, params: readonly SqlValue[]): Promise<string[]> {
  const rows = await sql.all<{ photo_sha256: string }>(
    `DELETE FROM enrolment_photo WHERE ${where} RETURNING photo_sha256`,
    params
  );
  return rows.map(({ photo_sha256: sha256 }) => sha256);
}

/** The hash of a number's enrolment photo, or null. */
export async function enrolmentOf(sql: Sql, { campaign, studentNumber }: Whose): Promise<string | null> {
  const row = await sql.get<{ photo_sha256: string }>(
    'SELECT photo_sha256 FROM enrolment_photo WHERE campaign = ? AND student_number = ?',
    [campaign, studentNumber]
  );
  return row?.photo_sha256 ?? null;
}

/** How many students are on a campaign's list and have a photo, and what there is of these numbers. */
export async function matchEnrolment(
  sql: Sql,
  campaign: string,
  numbers: readonly string[]
): Promise<Enrolled> {
  const listed = await countListed(sql, campaign);
  const photos = await sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM enrolment_photo WHERE campaign = ?',
    [campaign]
  );
  const students = numbers.length
    ? await sql.all<Enrolled['students'][number]>(
        `SELECT student.student_number AS "studentNumber", photo_sha256 AS photo FROM student
           LEFT JOIN enrolment_photo AS e
           ON e.campaign = student.campaign AND e.student_number = student.student_number
         WHERE student.campaign = ? AND student.student_number IN (${numbers.map(() => '?').join(', ')})`,
        [campaign, ...numbers]
      )
    : [];
  return { listed, photos: photos!.n, students };
}

/**
 * Notes the photo of a number on the list, in place of another.
 *
 * @returns the hash of the one before, or null; false where the number is not on the list
 * @throws PhotoLeaving when its file was removed since it was put there
 */
export async function noteEnrolment(
  sql: Transaction,
  { campaign, studentNumber }: Whose,
  sha256: string,
  at: string
): Promise<string | null | false> {
  await sql.lock(studentLock(campaign, studentNumber));
  const listed = await sql.get('SELECT 1 AS one FROM student WHERE campaign = ? AND student_number = ?', [
    campaign,
    studentNumber
  ]);
  if (!listed) return false;
  await requirePhoto(sql, sha256);
  const before = await enrolmentOf(sql, { campaign, studentNumber });
  await sql.run(
    `INSERT INTO enrolment_photo (campaign, student_number, photo_sha256, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (campaign, student_number) DO UPDATE SET photo_sha256 = excluded.photo_sha256, at = excluded.at`,
    [campaign, studentNumber, sha256, at]
  );
  return before;
}
