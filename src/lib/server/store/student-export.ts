import type { Sql, SqlDatabase, SqlValue } from './sql';
import { columns, fromRow, type StoredSubmission, type SubmissionRow } from './submission-row';
import type { Student } from './student-rest';

/** Everything that is kept of a student beside submissions, as the student may ask for it. */
export interface ExportedRest {
  /** Their line of the unit's list. */
  listed: Row[];
  orders: (Row & { history: Row[] })[];
  /** Where the outcome is to be told, and what was. */
  channels: (Row & { messages: Row[] })[];
  /** The accounts that hold the number or one of its submissions. */
  accounts: { account: Row; identities: Row[]; numbers: Row[]; passkeys: Row[]; sessions: Row[] }[];
  /** Photos that were finished on a device, as far as they were told of. */
  counted: Row[];
  /** The unit's photo of their enrolment: its file's hash, and since when it is here. */
  enrolment: Row[];
  /** Further ids under which the same photo was sent. */
  alsoSentAs: Row[];
}
type Row = Record<string, SqlValue>;

const ofStudent = 'SELECT id FROM submission WHERE campaign = ? AND student_number = ? AND erased_at IS NULL';

/** Their submissions, oldest first. */
export async function submissionsOfStudent(
  sql: Sql,
  { campaign, studentNumber }: Student
): Promise<StoredSubmission[]> {
  const rows = await sql.all<SubmissionRow>(
    `SELECT ${columns} FROM submission WHERE campaign = ? AND student_number = ? AND erased_at IS NULL
     ORDER BY received_at`,
    [campaign, studentNumber]
  );
  return rows.map(fromRow);
}

/** Names of staff, hashes of keys and tokens are left out: they say nothing of the student. */
export async function exportRest(
  db: SqlDatabase,
  { campaign, studentNumber }: Student
): Promise<ExportedRest> {
  const student = [campaign, studentNumber];
  const all = (sql: string, params: readonly SqlValue[] = student) => db.all<Row>(sql, params);
  const each = <T>(rows: Row[], more: (row: Row) => Promise<T>) =>
    Promise.all(rows.map(async (row) => ({ ...row, ...(await more(row)) })));

  const orders = await all(
    `SELECT id, way, amount_fen, state, created_at, expires_at, paid_at, transaction_id FROM payment_order
     WHERE campaign = ? AND student_number = ? ORDER BY created_at`
  );
  const channels = await all(
    `SELECT id, submission_id, kind, address, locale, made_at, told, remind, reminded_at FROM message_channel
     WHERE submission_id IN (${ofStudent}) ORDER BY made_at`
  );
  const accounts = await all(
    `SELECT id, made_at FROM account WHERE id IN (SELECT account_id FROM account_registration
       WHERE campaign = ? AND student_number = ?) OR id IN (SELECT account_id FROM account_submission
       WHERE submission_id IN (${ofStudent})) OR id IN (SELECT account_id FROM account_number
       WHERE student_number = ?)`,
    [...student, ...student, studentNumber]
  );
  return {
    listed: await all('SELECT name, class FROM student WHERE campaign = ? AND student_number = ?'),
    orders: await each(orders, async ({ id }) => ({
      history: await all(
        'SELECT at, who, from_state, state, why FROM payment_event WHERE order_id = ? ORDER BY sequence',
        [id!]
      )
    })),
    channels: await each(channels, async ({ id }) => ({
      messages: await all(
        'SELECT template, parameters, state, made_at, ended_at FROM message WHERE channel_id = ?',
        [id!]
      )
    })),
    accounts: await Promise.all(
      accounts.map(async (account) => ({
        account,
        identities: await all('SELECT provider, made_at FROM account_identity WHERE account_id = ?', [
          account.id!
        ]),
        numbers: await all('SELECT student_number, made_at FROM account_number WHERE account_id = ?', [
          account.id!
        ]),
        passkeys: await all('SELECT id, made_at FROM account_passkey WHERE account_id = ?', [account.id!]),
        sessions: await all('SELECT made_at, ends_at FROM student_session WHERE account_id = ?', [
          account.id!
        ])
      }))
    ),
    counted: await all(
      'SELECT at, permit FROM standardisation WHERE campaign = ? AND student_number = ? ORDER BY at'
    ),
    enrolment: await all(
      'SELECT photo_sha256, at FROM enrolment_photo WHERE campaign = ? AND student_number = ?'
    ),
    alsoSentAs: await all(
      `SELECT id, submission_id FROM submission_alias WHERE submission_id IN (${ofStudent})`
    )
  };
}
