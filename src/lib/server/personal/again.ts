import type { SqlDatabase } from '../store/sql';
import type { PersonalData } from './erase';
import { studentSubject, type Erasure } from './ledger';

/** Every table that knows students of a campaign by their number; `account_number` knows them in every one. */
const numbered = ['submission', 'payment_order', 'account_registration', 'standardisation', 'student'];

/**
 * Erases again what a backup brought back: submissions that were erased on request, and everything of students who were
 * erased after it was taken, for all that a backup holds of them is older.
 *
 * @param taken ISO 8601, when the backup's tables were copied
 * @returns how many submissions
 */
export async function eraseAgain(
  db: SqlDatabase,
  personal: PersonalData,
  ledger: readonly Erasure[],
  taken: string
): Promise<number> {
  let count = 0;
  for (const { subject } of ledger) {
    const [, id] = /^submission:(.+)$/.exec(subject) ?? [];
    if (id !== undefined) count += await personal.eraseSubmission(id);
  }
  const students = new Set(ledger.filter(({ at }) => at >= taken).map(({ subject }) => subject));
  const rows = await db.all<{ campaign: string; number: string }>(
    numbered
      .map((table) => `SELECT campaign, student_number AS number FROM ${table} WHERE student_number <> ''`)
      .concat('SELECT code AS campaign, student_number AS number FROM account_number, campaign')
      .join(' UNION ')
  );
  for (const { campaign, number } of rows) {
    if (students.has(await studentSubject(db, campaign, number)))
      count += await personal.eraseStudent(campaign, number, 'system');
  }
  return count;
}
