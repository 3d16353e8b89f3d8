import type { Sql } from './sql';

/** Submissions of a student since an instant (ISO 8601): all of them, and those of one sender. */
export async function countSent(
  sql: Sql,
  {
    campaign,
    studentNumber,
    sender,
    since
  }: { campaign: string; studentNumber: string; sender: string; since: string }
): Promise<{ all: number; own: number }> {
  const row = await sql.get<{ all_of_them: number; own: number }>(
    `SELECT COUNT(*) AS all_of_them, COUNT(CASE WHEN sender = ? THEN 1 END) AS own FROM submission
     WHERE campaign = ? AND student_number = ? AND received_at >= ?`,
    [sender, campaign, studentNumber, since]
  );
  return { all: row!.all_of_them, own: row!.own };
}
