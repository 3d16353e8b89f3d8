import type { Sql } from './sql';

/** Photos that a subject (keyed hash) was told of since an instant (ISO 8601). */
export async function countSince(sql: Sql, subject: string, since: string): Promise<number> {
  const row = await sql.get<{ n: number }>(
    'SELECT COUNT(*) AS n FROM standardisation WHERE subject = ? AND at > ?',
    [subject, since]
  );
  return row!.n;
}

/** Photos as they were told of. */
interface Counted {
  campaign: string;
  studentNumber: string;
  subject: string;
  permit: string;
  /** ISO 8601; a photo is known by its time. */
  times: readonly string[];
}

/** Keeps when a student's photos were finished; a time that is noted already is not counted again. */
export async function noteStandardisations(
  sql: Sql,
  { campaign, studentNumber, subject, permit, times }: Counted
): Promise<void> {
  for (const at of times)
    await sql.run(
      `INSERT INTO standardisation (campaign, student_number, subject, at, permit) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      [campaign, studentNumber, subject, at, permit]
    );
}

/** When a student's photos between two instants (ISO 8601) were finished, ms, in order. */
export async function timesBetween(
  sql: Sql,
  { campaign, studentNumber }: Pick<Counted, 'campaign' | 'studentNumber'>,
  from: string,
  to: string
): Promise<number[]> {
  const rows = await sql.all<{ at: string }>(
    'SELECT at FROM standardisation WHERE campaign = ? AND student_number = ? AND at > ? AND at < ? ORDER BY at',
    [campaign, studentNumber, from, to]
  );
  return rows.map(({ at }) => Date.parse(at));
}
