import type { Matched } from '$lib/api/contracts/bulk';
import type { Sql } from './sql';
import { countListed } from './student-list';

/** Which of these numbers are on a campaign's list, and whether a photo of each is there. */
export async function matchList(sql: Sql, campaign: string, numbers: readonly string[]): Promise<Matched> {
  const listed = await countListed(sql, campaign);
  if (numbers.length === 0) return { listed, students: [] };
  const rows = await sql.all<{ number: string; name: string; class: string; there: number }>(
    `SELECT student_number AS number, name, class,
       CASE WHEN EXISTS (SELECT 1 FROM submission WHERE submission.campaign = student.campaign
         AND submission.student_number = student.student_number AND erased_at IS NULL
         AND state NOT IN ('rejected', 'withdrawn')) THEN 1 ELSE 0 END AS there
     FROM student WHERE campaign = ? AND student_number IN (${numbers.map(() => '?').join(', ')})`,
    [campaign, ...numbers]
  );
  return {
    listed,
    students: rows.map(({ number, there, ...rest }) => ({
      studentNumber: number,
      ...rest,
      there: there === 1
    }))
  };
}
