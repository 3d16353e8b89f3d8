import { randomBytes } from 'node:crypto';
import { sha256 } from '../crypto';
import type { SqlDatabase } from './sql';

/** A student has ten minutes to sign in at the provider, ms. */
export const pendingMs = 10 * 60_000;

/** Keeps the secrets of a sign-in under way; the answered key goes into the browser's cookie and nowhere else. */
export async function keepPending(
  db: SqlDatabase,
  kind: string,
  secrets: object,
  now: number
): Promise<string> {
  const key = randomBytes(32).toString('base64url');
  await db.run('DELETE FROM sign_in WHERE expires_at < ?', [new Date(now).toISOString()]);
  await db.run('INSERT INTO sign_in (key_hash, kind, secrets, expires_at) VALUES (?, ?, ?, ?)', [
    sha256(key),
    kind,
    JSON.stringify(secrets),
    new Date(now + pendingMs).toISOString()
  ]);
  return key;
}

/** The secrets, once: a second use finds nothing. Null also when it took too long or was begun for something else. */
export function takePending<Secrets>(
  db: SqlDatabase,
  kind: string,
  key: string,
  now: number
): Promise<Secrets | null> {
  return db.transaction(async (sql) => {
    const row = await sql.get<{ secrets: string }>(
      'SELECT secrets FROM sign_in WHERE key_hash = ? AND kind = ? AND expires_at >= ?',
      [sha256(key), kind, new Date(now).toISOString()]
    );
    const { changes } = await sql.run('DELETE FROM sign_in WHERE key_hash = ?', [sha256(key)]);
    return row && changes ? (JSON.parse(row.secrets) as Secrets) : null;
  });
}
