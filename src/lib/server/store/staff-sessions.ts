import type { StaffRole } from '$lib/api/contracts/staff';
import { sha256 } from '../crypto';
import type { Sql } from './sql';

/** A session of staff who may sign in. */
export interface StaffSessionRow {
  name: string;
  role: StaffRole;
  /** JSON, or null: every one. */
  campaigns: string | null;
  beganAt: string;
  /** 1 when the session showed a passkey. */
  passkey: number;
  /** Passkeys of the member. */
  passkeys: number;
}

/** A new session in place of an earlier one; those that ended, begun before `old` or unused since `idle`, go too. */
export async function addStaffSession(
  sql: Sql,
  { token, name, passkey }: { token: string; name: string; passkey: boolean },
  { earlier, now, old, idle }: { earlier: string; now: string; old: string; idle: string }
): Promise<void> {
  await sql.run('DELETE FROM staff_session WHERE token_hash = ? OR began_at < ? OR seen_at < ?', [
    sha256(earlier),
    old,
    idle
  ]);
  await sql.run(
    'INSERT INTO staff_session (token_hash, name, began_at, seen_at, passkey) VALUES (?, ?, ?, ?, ?)',
    [sha256(token), name, now, now, passkey ? 1 : 0]
  );
}

/** One begun since `old` and used since `idle`. */
export const staffSession = (sql: Sql, token: string, { old, idle }: { old: string; idle: string }) =>
  sql.get<StaffSessionRow>(
    `SELECT staff.name, staff.role, staff.campaigns, began_at AS "beganAt", staff_session.passkey,
       (SELECT COUNT(*) FROM staff_passkey WHERE staff_passkey.name = staff.name) AS passkeys
     FROM staff_session JOIN staff ON staff.name = staff_session.name
     WHERE token_hash = ? AND began_at >= ? AND seen_at >= ? AND locked = 0`,
    [sha256(token), old, idle]
  );

/** Notes its use, where the last was noted before `before`. */
export const seeStaffSession = (sql: Sql, token: string, now: string, before: string) =>
  sql.run('UPDATE staff_session SET seen_at = ? WHERE token_hash = ? AND seen_at < ?', [
    now,
    sha256(token),
    before
  ]);

/** The session has shown a passkey now. */
export const markStaffSession = (sql: Sql, token: string) =>
  sql.run('UPDATE staff_session SET passkey = 1 WHERE token_hash = ?', [sha256(token)]);

/** Whose it was; undefined when it had ended. */
export async function endStaffSession(sql: Sql, token: string): Promise<string | undefined> {
  const row = await sql.get<{ name: string }>('SELECT name FROM staff_session WHERE token_hash = ?', [
    sha256(token)
  ]);
  if (row) await sql.run('DELETE FROM staff_session WHERE token_hash = ?', [sha256(token)]);
  return row?.name;
}

/** @param but the token of the one that stays */
export const endStaffSessions = (sql: Sql, name: string, but = '') =>
  sql.run('DELETE FROM staff_session WHERE name = ? AND token_hash <> ?', [name, sha256(but)]);
