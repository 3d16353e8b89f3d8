import type { Sql } from './sql';

/** One number in one campaign, for one account. */
interface Registration {
  accountId: string;
  campaign: string;
  studentNumber: string;
  /** ISO 8601 */
  at: string;
}

/** The account stands for a number that was proven, unless another does. */
export async function register(
  sql: Sql,
  { accountId, campaign, studentNumber, at }: Registration
): Promise<void> {
  await sql.run(
    `INSERT INTO account_registration (campaign, student_number, account_id, made_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [campaign, studentNumber, accountId, at]
  );
}

/** Whether the account stands for the number in this campaign. */
export const isRegistered = async (
  sql: Sql,
  { accountId, campaign, studentNumber }: Omit<Registration, 'at'>
): Promise<boolean> =>
  (await sql.get(
    'SELECT 1 AS one FROM account_registration WHERE account_id = ? AND campaign = ? AND student_number = ?',
    [accountId, campaign, studentNumber]
  )) !== undefined;

/**
 * The campus has told an account's student number: it stands for that number in every campaign, from what it has bound
 * already on. Nothing happens where the number is another account's.
 */
export async function proveNumber(
  sql: Sql,
  { accountId, studentNumber, at }: Omit<Registration, 'campaign'>
): Promise<void> {
  await sql.run(
    'INSERT INTO account_number (student_number, account_id, made_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [studentNumber, accountId, at]
  );
  if (!(await holdsNumber(sql, accountId, studentNumber))) return;
  const bound = await sql.all<{ campaign: string }>(
    `SELECT DISTINCT s.campaign FROM account_submission a JOIN submission s ON s.id = a.submission_id
     WHERE a.account_id = ? AND s.student_number = ? AND s.erased_at IS NULL`,
    [accountId, studentNumber]
  );
  for (const { campaign } of bound) await register(sql, { accountId, campaign, studentNumber, at });
}

/** Whether the campus has told that the number is this account's. */
export async function holdsNumber(sql: Sql, accountId: string, studentNumber: string): Promise<boolean> {
  const row = await sql.get(
    'SELECT 1 AS one FROM account_number WHERE student_number = ? AND account_id = ?',
    [studentNumber, accountId]
  );
  return row !== undefined;
}

/** Numbers that an account stands for, the first one first. */
export async function numbersOf(
  sql: Sql,
  accountId: string
): Promise<{ campaign: string; studentNumber: string }[]> {
  const rows = await sql.all<{ campaign: string; student_number: string }>(
    'SELECT campaign, student_number FROM account_registration WHERE account_id = ? ORDER BY made_at',
    [accountId]
  );
  return rows.map(({ campaign, student_number: studentNumber }) => ({ campaign, studentNumber }));
}

/** False where no account stood for the number. */
export async function freeNumber(sql: Sql, campaign: string, studentNumber: string): Promise<boolean> {
  const { changes } = await sql.run(
    'DELETE FROM account_registration WHERE campaign = ? AND student_number = ?',
    [campaign, studentNumber]
  );
  return changes > 0;
}
