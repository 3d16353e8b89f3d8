import { sha256 } from '../crypto';
import type { Sql } from './sql';

export interface SessionRow {
  account_id: string;
  made_at: string;
  ends_at: string;
  /** The token that follows it was used. */
  replaced: number;
  /** Once a token follows it. */
  salt: string | null;
  /** Hash of the token it follows, until it is first used. */
  follows: string | null;
  proved_at: string | null;
}

/** The session of a token that has not ended. @param now ISO 8601 */
export const standingSession = (sql: Sql, token: string, now: string) =>
  sql.get<SessionRow>(
    `SELECT account_id, made_at, ends_at, replaced, salt, follows, proved_at FROM student_session
     WHERE token_hash = ? AND ends_at > ?`,
    [sha256(token), now]
  );

/** Begins one; those of everybody that have ended go. Times are ISO 8601. */
export async function addSession(
  sql: Sql,
  {
    token,
    accountId,
    at,
    endsAt,
    provedAt
  }: { token: string; accountId: string; at: string; endsAt: string; provedAt: string | null }
): Promise<void> {
  await sql.run('DELETE FROM student_session WHERE ends_at <= ?', [at]);
  await sql.run(
    'INSERT INTO student_session (token_hash, account_id, made_at, ends_at, proved_at) VALUES (?, ?, ?, ?, ?)',
    [sha256(token), accountId, at, endsAt, provedAt]
  );
}

/** Makes `next` the token that follows `token`, once; it ends when the session does. */
export async function followSession(
  sql: Sql,
  { token, next, at }: { token: string; next: string; at: string },
  row: Pick<SessionRow, 'account_id' | 'ends_at' | 'proved_at'>
): Promise<void> {
  await sql.run(
    `INSERT INTO student_session (token_hash, account_id, made_at, ends_at, follows, proved_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [sha256(next), row.account_id, at, row.ends_at, sha256(token), row.proved_at]
  );
}

/** By which the next token is derived; the first one stays. */
export const saltSession = (sql: Sql, token: string, salt: string) =>
  sql.run('UPDATE student_session SET salt = ? WHERE token_hash = ? AND salt IS NULL AND replaced = 0', [
    salt,
    sha256(token)
  ]);

/** A token was used that follows another (a hash): the browser has it, and the other ends. */
export async function settleSession(sql: Sql, token: string, follows: string, endsAt: string): Promise<void> {
  await sql.run('UPDATE student_session SET follows = NULL WHERE token_hash = ?', [sha256(token)]);
  await sql.run(
    'UPDATE student_session SET replaced = 1, ends_at = ? WHERE token_hash = ? AND replaced = 0',
    [endsAt, follows]
  );
}

/** The one after it too: whoever had this token could have fetched that one. */
export const dropSession = (sql: Sql, token: string) =>
  sql.run('DELETE FROM student_session WHERE token_hash = ? OR follows = ?', [sha256(token), sha256(token)]);

/** Every session of an account, but for one. */
export const dropSessions = (sql: Sql, accountId: string, but = '') =>
  sql.run('DELETE FROM student_session WHERE account_id = ? AND token_hash <> ?', [accountId, sha256(but)]);
