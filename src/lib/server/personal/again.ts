import { knownStudents, studentSubject, type Erasure } from '../store/erasures';
import type { SqlDatabase } from '../store/sql';
import type { PersonalData } from './erase';

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
  for (const { campaign, number } of await knownStudents(db)) {
    if (students.has(await studentSubject(db, campaign, number)))
      count += await personal.eraseStudent(campaign, number, 'system');
  }
  return count;
}
