import { iso } from '../time';
import { keyedHash } from './keyed';
import { endpointSecret } from './secret';
import type { Sql } from './sql';

/** One erasure that somebody asked for; of a student a keyed hash. */
export interface Erasure {
  /** `submission:ID` or `student:HASH`. */
  subject: string;
  /** ISO 8601. */
  at: string;
}

const purpose = 'erasures';

/**
 * Makes the key of the ledger's hashes where there is none yet. A backup must hold it: without, nobody whom the ledger
 * names is found among what it brings back.
 */
export const keyLedger = (sql: Sql) => endpointSecret(sql, purpose);

/** By which a student is found again among restored rows. */
export const studentSubject = async (sql: Sql, campaign: string, studentNumber: string): Promise<string> =>
  `student:${await keyedHash(sql, purpose, `${campaign} ${studentNumber}`)}`;

/** Goes into the transaction that erases. */
export async function noteErasure(
  sql: Sql,
  what: { submission: string } | { campaign: string; studentNumber: string }
): Promise<void> {
  const subject =
    'submission' in what
      ? `submission:${what.submission}`
      : await studentSubject(sql, what.campaign, what.studentNumber);
  await sql.run('INSERT INTO erasure (subject, at) VALUES (?, ?) ON CONFLICT DO NOTHING', [subject, iso()]);
}

/** Who was erased on request and when (ISO 8601), as keyed hashes. */
export const allErasures = (sql: Sql) =>
  sql.all<Erasure>('SELECT subject, at FROM erasure ORDER BY at, subject');

/** Every table that knows students of a campaign by their number; `account_number` knows them in every one. */
const numbered = [
  'submission',
  'payment_order',
  'account_registration',
  'standardisation',
  'student',
  'enrolment_photo'
];

/** Every student of whom anything is kept. */
export const knownStudents = (sql: Sql) =>
  sql.all<{ campaign: string; number: string }>(
    numbered
      .map((table) => `SELECT campaign, student_number AS number FROM ${table} WHERE student_number <> ''`)
      .concat('SELECT code AS campaign, student_number AS number FROM account_number, campaign')
      .join(' UNION ')
  );
