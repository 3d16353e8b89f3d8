import { createHash } from 'node:crypto';
import type { Sql, SqlDatabase } from '../store/sql';

/** Sign-ins one name and one address may try in the window, ms. */
const windowMs = 15 * 60_000;
const limits = { name: 5, address: 30 };

const subjectOf = (kind: keyof typeof limits, value: string) =>
  createHash('sha256').update(`${kind}:${value}`).digest('hex');

/**
 * Counts a try before its password is looked at, so that tries side by side cannot pass the limit together.
 * False, counting nothing, when the name or the address has had its tries.
 */
export function countAttempt(db: SqlDatabase, name: string, address: string, now: number): Promise<boolean> {
  const subjects = { name: subjectOf('name', name), address: subjectOf('address', address) };
  return db.transaction(async (sql) => {
    const since = new Date(now - windowMs).toISOString();
    await sql.run('DELETE FROM staff_attempt WHERE at < ?', [since]);
    // Writing first makes transactions on the same subject wait for one another, in both databases.
    for (const subject of Object.values(subjects).sort())
      await sql.run(
        `INSERT INTO staff_attempt (subject, at, tries) VALUES (?, ?, 0) ON CONFLICT (subject)
         DO UPDATE SET tries = staff_attempt.tries`,
        [subject, new Date(now).toISOString()]
      );
    for (const kind of ['name', 'address'] as const) {
      const row = await sql.get<{ tries: number }>('SELECT tries FROM staff_attempt WHERE subject = ?', [
        subjects[kind]
      ]);
      if (row!.tries >= limits[kind]) return false;
    }
    await sql.run('UPDATE staff_attempt SET tries = tries + 1 WHERE subject IN (?, ?)', [
      subjects.name,
      subjects.address
    ]);
    return true;
  });
}

/** After a right password the name starts anew; the address keeps its count. */
export async function forgetAttempts(sql: Sql, name: string): Promise<void> {
  await sql.run('DELETE FROM staff_attempt WHERE subject = ?', [subjectOf('name', name)]);
}
