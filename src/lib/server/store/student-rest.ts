import { dropEnrolment } from './enrolment';
import type { Sql } from './sql';

/** Whose data it is. */
export interface Student {
  campaign: string;
  studentNumber: string;
}

/** What is kept beside one submission: where to tell the outcome, what waits to be told, who was shown its key. */
export async function eraseBeside(sql: Sql, submissionId: string): Promise<void> {
  await sql.run(
    'DELETE FROM message WHERE channel_id IN (SELECT id FROM message_channel WHERE submission_id = ?)',
    [submissionId]
  );
  await sql.run('DELETE FROM message_channel WHERE submission_id = ?', [submissionId]);
  const rows = await sql.all<{ account_id: string }>(
    'SELECT account_id FROM account_submission WHERE submission_id = ?',
    [submissionId]
  );
  await sql.run('DELETE FROM account_submission WHERE submission_id = ?', [submissionId]);
  for (const { account_id } of rows) await dropEmptyAccount(sql, account_id);
}

/**
 * What is kept under a number, whether or not a submission is: the account, the photos counted, the enrolment photo, and
 * whose order a payment was. Orders are kept for accounting, anonymised. The unit's list is not touched.
 *
 * @returns hashes of files that it no longer refers to
 */
export async function eraseNumber(sql: Sql, { campaign, studentNumber }: Student): Promise<string[]> {
  const student = [campaign, studentNumber];
  const rows = await sql.all<{ account_id: string }>(
    `SELECT account_id FROM account_registration WHERE campaign = ? AND student_number = ?
     UNION SELECT account_id FROM account_number WHERE student_number = ?`,
    [...student, studentNumber]
  );
  await sql.run('DELETE FROM account_registration WHERE campaign = ? AND student_number = ?', student);
  // It holds in every campaign: the next sign-in at the campus tells it again.
  await sql.run('DELETE FROM account_number WHERE student_number = ?', [studentNumber]);
  for (const { account_id } of rows) await dropEmptyAccount(sql, account_id);
  await sql.run('DELETE FROM standardisation WHERE campaign = ? AND student_number = ?', student);
  await sql.run(
    `UPDATE payment_order SET student_number = id, action = NULL, sender = '' WHERE campaign = ? AND student_number = ?`,
    student
  );
  return dropEnrolment(sql, 'campaign = ? AND student_number = ?', student);
}

/** An account that stands for nobody any more, with every way to open it. */
async function dropEmptyAccount(sql: Sql, accountId: string): Promise<void> {
  const used = await sql.get(
    `SELECT 1 AS one FROM account_registration WHERE account_id = ?
     UNION ALL SELECT 1 FROM account_submission WHERE account_id = ? LIMIT 1`,
    [accountId, accountId]
  );
  if (!used) await dropAccount(sql, accountId);
}

async function dropAccount(sql: Sql, accountId: string): Promise<void> {
  for (const table of ['student_session', 'account_passkey', 'account_identity', 'account_number'])
    await sql.run(`DELETE FROM ${table} WHERE account_id = ?`, [accountId]);
  await sql.run('DELETE FROM account WHERE id = ?', [accountId]);
}

/** Accounts that were made before an instant (ISO 8601), stand for nobody, and have no session left; how many. */
export async function dropUnusedAccounts(sql: Sql, madeBefore: string, now: string): Promise<number> {
  const rows = await sql.all<{ id: string }>(
    `SELECT id FROM account AS a WHERE made_at < ?
       AND NOT EXISTS (SELECT 1 FROM account_registration WHERE account_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM account_submission WHERE account_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM student_session WHERE account_id = a.id AND ends_at > ?) LIMIT 200`,
    [madeBefore, now]
  );
  for (const { id } of rows) await dropAccount(sql, id);
  return rows.length;
}
