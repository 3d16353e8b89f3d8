import { randomBytes } from 'node:crypto';
import { sha256 } from '../crypto';
import type { Sql } from './sql';
import { iso } from '../time';

/** A browser that nobody signed in with for so long is a stranger again, ms. */
export const deviceMs = 180 * 24 * 3_600_000;
/** Browsers of one name at most. */
const mostDevices = 20;

/** The hash of a browser's token, where it signed in as this name before. */
export async function knownDevice(
  sql: Sql,
  name: string,
  token: string | undefined,
  now: number
): Promise<string | undefined> {
  if (token === undefined) return undefined;
  const hash = sha256(token);
  const found = await sql.get(
    'SELECT 1 AS one FROM staff_device WHERE token_hash = ? AND name = ? AND seen_at > ?',
    [hash, name, iso(now - deviceMs)]
  );
  return found ? hash : undefined;
}

/** Remembers the browser of a sign-in; answers the token that it keeps. */
export async function keepDevice(
  sql: Sql,
  name: string,
  token: string | undefined,
  now: number
): Promise<string> {
  if (token !== undefined && (await knownDevice(sql, name, token, now)) !== undefined) {
    await sql.run('UPDATE staff_device SET seen_at = ? WHERE token_hash = ?', [iso(now), sha256(token)]);
    return token;
  }
  const fresh = randomBytes(32).toString('base64url');
  await sql.run('DELETE FROM staff_device WHERE seen_at < ?', [iso(now - deviceMs)]);
  await sql.run(
    `DELETE FROM staff_device WHERE name = ? AND token_hash NOT IN (SELECT token_hash FROM staff_device
       WHERE name = ? ORDER BY seen_at DESC LIMIT ${mostDevices - 1})`,
    [name, name]
  );
  await sql.run('INSERT INTO staff_device (token_hash, name, seen_at) VALUES (?, ?, ?)', [
    sha256(fresh),
    name,
    iso(now)
  ]);
  return fresh;
}
