import type { Sql } from '../store/sql';

/**
 * What other steps keep of a submission's student: where to tell the outcome, the account of the registration, the
 * photos counted, and whose order a payment was. Orders stay for the books, as nobody's, once no other submission of
 * the student stands.
 * Call it before the submission itself is erased.
 */
export async function eraseOutside(sql: Sql, submissionId: string): Promise<void> {
  await sql.run('DELETE FROM message_channel WHERE submission_id = ?', [submissionId]);
  await sql.run('DELETE FROM account_submission WHERE submission_id = ?', [submissionId]);
  const row = await sql.get<{ campaign: string; student: string; others: number }>(
    `SELECT s.campaign, s.student_number AS student, (SELECT COUNT(*) FROM submission o WHERE o.campaign = s.campaign
       AND o.student_number = s.student_number AND o.id <> s.id AND o.erased_at IS NULL) AS others
     FROM submission s WHERE s.id = ?`,
    [submissionId]
  );
  if (!row || row.others > 0) return;
  const student = [row.campaign, row.student];
  await sql.run('DELETE FROM account_registration WHERE campaign = ? AND student_number = ?', student);
  await sql.run('DELETE FROM standardisation WHERE campaign = ? AND student_number = ?', student);
  await sql.run(
    'UPDATE payment_order SET student_number = id WHERE campaign = ? AND student_number = ?',
    student
  );
}
