import { setImmediate } from 'node:timers/promises';
import type { Imported, ListPreview } from '$lib/api/contracts/admin';
import type { Sql, SqlDatabase } from './sql';
import type { ListedStudent } from '../review/list/read';

/** Rows of one statement. */
const rowsAtOnce = 200;

/** What importing a list would change. */
export async function compareList(
  db: SqlDatabase,
  campaign: string,
  students: readonly ListedStudent[]
): Promise<Pick<ListPreview, 'added' | 'changed' | 'removed'>> {
  const rows = await db.all<{ number: string; name: string; class: string }>(
    'SELECT student_number AS number, name, class FROM student WHERE campaign = ?',
    [campaign]
  );
  const before = new Map(rows.map((row) => [row.number, row]));
  let added = 0;
  let changed = 0;
  for (const { studentNumber, name, class: className } of students) {
    const row = before.get(studentNumber);
    if (!row) added++;
    else if (row.name !== name || row.class !== className) changed++;
  }
  return { added, changed, removed: before.size - (students.length - added) };
}

/** Replaces a campaign's list, and gives its submissions the classes of the new one; all of it or nothing. */
export function saveList(
  db: SqlDatabase,
  campaign: string,
  students: readonly ListedStudent[]
): Promise<Pick<Imported, 'students' | 'notListed' | 'otherName'>> {
  return db.transaction(async (sql) => {
    // Of two that come at once the later stands, not half of each.
    await sql.lock(`list ${campaign}`);
    await sql.run('DELETE FROM student WHERE campaign = ?', [campaign]);
    for (let from = 0; from < students.length; from += rowsAtOnce) {
      const part = students.slice(from, from + rowsAtOnce);
      await sql.run(
        `INSERT INTO student (campaign, student_number, name, class) VALUES ${part.map(() => '(?, ?, ?, ?)').join(', ')}`,
        part.flatMap((one) => [campaign, one.studentNumber, one.name, one.class])
      );
      // SQLite works in this process: others are answered in between.
      await setImmediate();
    }
    const known = `SELECT class FROM student WHERE student.campaign = submission.campaign
      AND student.student_number = submission.student_number AND student.class <> ''`;
    await sql.run(
      `UPDATE submission SET class = (${known})
       WHERE campaign = ? AND erased_at IS NULL AND EXISTS (${known}) AND class <> (${known})`,
      [campaign]
    );
    // The database keeps it from here on, with every change of a submission.
    await sql.run(
      `UPDATE student SET standing = COALESCE((SELECT s.state FROM submission AS s WHERE s.campaign = student.campaign
           AND s.student_number = student.student_number AND s.erased_at IS NULL AND s.state <> 'withdrawn'
         ORDER BY CASE s.state WHEN 'approved' THEN 0 WHEN 'inReview' THEN 1 WHEN 'received' THEN 2 ELSE 3 END
         LIMIT 1), 'none') WHERE campaign = ?`,
      [campaign]
    );
    const row = await sql.get<{ missing: number; other: number }>(
      `SELECT COUNT(*) - COUNT(student.name) AS missing,
         COUNT(CASE WHEN student.name <> s.name THEN 1 END) AS other
       FROM submission AS s LEFT JOIN student
         ON student.campaign = s.campaign AND student.student_number = s.student_number
       WHERE s.campaign = ? AND s.erased_at IS NULL AND s.state <> 'withdrawn'`,
      [campaign]
    );
    return { students: students.length, notListed: row!.missing, otherName: row!.other };
  });
}

/** Takes one student off the list. */
export const dropListed = (
  sql: Sql,
  { campaign, studentNumber }: { campaign: string; studentNumber: string }
) => sql.run('DELETE FROM student WHERE campaign = ? AND student_number = ?', [campaign, studentNumber]);

/** Whether a list of students was imported for a campaign. */
export const hasList = async (sql: Sql, campaign: string): Promise<boolean> =>
  (await sql.get('SELECT 1 AS one FROM student WHERE campaign = ? LIMIT 1', [campaign])) !== undefined;

/** How many students a campaign's list has. */
export async function countListed(sql: Sql, campaign: string): Promise<number> {
  const row = await sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM student WHERE campaign = ?', [
    campaign
  ]);
  return row!.n;
}

/** A submission's class, what its number is called on the list, and whether it was chosen for the export. */
export async function listingOf(
  sql: Sql,
  id: string
): Promise<{ className: string; listedName: string | null; chosen: boolean }> {
  const row = await sql.get<{ class: string; listed_name: string | null; chosen_at: string | null }>(
    `SELECT s.class, s.chosen_at, student.name AS listed_name FROM submission AS s LEFT JOIN student
       ON student.campaign = s.campaign AND student.student_number = s.student_number WHERE s.id = ?`,
    [id]
  );
  return { className: row!.class, listedName: row!.listed_name, chosen: row!.chosen_at !== null };
}
