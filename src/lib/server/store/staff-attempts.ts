import { keyedHash } from './keyed';
import { networksOf } from '../http/address';
import type { Sql, SqlDatabase } from './sql';

/**
 * Wrong tries in the window, ms. Of one name at one network, so that nobody shuts a name out from elsewhere; of one
 * network over all names, which a campus shares; and of a browser that has signed in as that name before, by itself:
 * what others try does not count against it.
 */
const windowMs = 15 * 60_000;
const limits = { name: 5, network: 300, device: 5 };
type Kind = keyof typeof limits;

/** Who tries. */
export interface Attempt {
  name: string;
  address: string;
  /** The browser signed in as that name before. */
  device?: string;
}

/** What is kept of it are keyed hashes. */
async function subjectsOf(sql: Sql, { name, address, device }: Attempt): Promise<[Kind, string][]> {
  const network = networksOf(address)[0]!;
  const hash = (text: string) => keyedHash(sql, 'attempts', text);
  if (device !== undefined) return [['device', await hash(`device ${device}`)]];
  return [
    ['name', await hash(`name ${name} ${network}`)],
    ['network', await hash(`network ${network}`)]
  ];
}

/** The network's hash, for the log. */
export const networkHash = async (sql: Sql, address: string): Promise<string> =>
  (await keyedHash(sql, 'attempts', `network ${networksOf(address)[0]!}`)).slice(0, 16);

/**
 * Counts a try before its password is looked at, so that tries side by side cannot pass the limit together.
 * False, counting nothing, when there were too many.
 */
export function countAttempt(db: SqlDatabase, attempt: Attempt, now: number): Promise<boolean> {
  return db.transaction(async (sql) => {
    const subjects = await subjectsOf(sql, attempt);
    const since = new Date(now - windowMs).toISOString();
    await sql.run('DELETE FROM staff_attempt WHERE at < ?', [since]);
    // Writing first makes transactions on the same subject wait for one another, in both databases.
    for (const subject of subjects.map(([, one]) => one).sort())
      await sql.run(
        `INSERT INTO staff_attempt (subject, at, tries) VALUES (?, ?, 0) ON CONFLICT (subject)
         DO UPDATE SET tries = staff_attempt.tries`,
        [subject, new Date(now).toISOString()]
      );
    for (const [kind, subject] of subjects) {
      const row = await sql.get<{ tries: number }>('SELECT tries FROM staff_attempt WHERE subject = ?', [
        subject
      ]);
      if (row!.tries >= limits[kind]) return false;
    }
    for (const [, subject] of subjects)
      await sql.run('UPDATE staff_attempt SET tries = tries + 1 WHERE subject = ?', [subject]);
    return true;
  });
}

/** A right password is no try: the name starts anew, and the network has its own back. */
export async function forgetAttempts(sql: Sql, attempt: Attempt): Promise<void> {
  for (const [kind, subject] of await subjectsOf(sql, attempt))
    if (kind === 'network')
      await sql.run('UPDATE staff_attempt SET tries = tries - 1 WHERE subject = ? AND tries > 0', [subject]);
    else await sql.run('DELETE FROM staff_attempt WHERE subject = ?', [subject]);
}
