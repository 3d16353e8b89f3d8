import type { SubmissionState } from '$lib/api/contracts/submission';
import type { Sql } from './sql';

/** How far somebody of the list has come who has no approved photo: `none`: nothing that stands was sent. */
export type MissingState = 'none' | Exclude<SubmissionState, 'approved' | 'withdrawn'> | 'undoable';

/** A student of the list without an approved photo. */
export interface MissingStudent {
  studentNumber: string;
  name: string;
  class: string;
  state: MissingState;
}

const pageSize = 500;

/**
 * Who is on the list and has no approved photo by `floor` (ISO 8601), in the order of the numbers.
 *
 * @param className of this class only
 */
export async function* missingStudents(
  sql: Sql,
  campaign: string,
  floor: string,
  className?: string
): AsyncGenerator<MissingStudent> {
  const inClass = className === undefined ? '' : 'AND student.class = ?';
  for (let after = ''; ;) {
    const page = await sql.all<{
      number: string;
      name: string;
      class: string;
      standing: SubmissionState | null;
      final: number;
    }>(
      `SELECT student.student_number AS number, student.name, student.class, best.state AS standing,
         CASE WHEN best.changed_at <= ? THEN 1 ELSE 0 END AS final
       FROM student LEFT JOIN submission AS best ON best.id = (SELECT s.id FROM submission AS s
         WHERE s.campaign = student.campaign AND s.student_number = student.student_number
           AND s.erased_at IS NULL AND s.state <> 'withdrawn'
         ORDER BY CASE WHEN s.state = 'approved' THEN 0 ELSE 1 END, s.received_at DESC LIMIT 1)
       WHERE student.campaign = ? AND student.student_number > ? ${inClass}
       ORDER BY student.student_number LIMIT ${pageSize}`,
      [floor, campaign, after, ...(className === undefined ? [] : [className])]
    );
    for (const { number: studentNumber, name, class: of, standing, final } of page) {
      if (standing === 'approved' && final === 1) continue;
      const state = standing === 'approved' ? 'undoable' : ((standing ?? 'none') as MissingState);
      yield { studentNumber, name, class: of, state };
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    after = end.number;
  }
}
