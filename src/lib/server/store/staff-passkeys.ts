import type { StaffPasskey } from '$lib/api/contracts/staff-passkeys';
import type { Credential } from '../signin/webauthn';
import type { Sql } from './sql';

/** Passkeys of one member of staff, the oldest first. */
export const staffPasskeysOf = (sql: Sql, name: string) =>
  sql.all<StaffPasskey>(
    `SELECT id, label, made_at AS "madeAt", used_at AS "usedAt" FROM staff_passkey WHERE name = ?
     ORDER BY made_at, id`,
    [name]
  );

/** How many passkeys an account of staff has. */
export async function countStaffPasskeys(sql: Sql, name: string): Promise<number> {
  const row = await sql.get<{ n: number }>('SELECT COUNT(*) AS n FROM staff_passkey WHERE name = ?', [name]);
  return row!.n;
}

/** False when its id is taken. */
export async function addStaffPasskey(
  sql: Sql,
  { id, publicKey, counter }: Credential,
  of: { name: string; label: string; at: string }
): Promise<boolean> {
  const { changes } = await sql.run(
    `INSERT INTO staff_passkey (id, name, label, public_key, counter, made_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [id, of.name, of.label, publicKey, counter, of.at]
  );
  return changes > 0;
}

/** One of a member who may sign in. */
export const staffPasskey = (sql: Sql, id: string) =>
  sql.get<Credential & { name: string }>(
    `SELECT id, staff_passkey.name, public_key AS "publicKey", counter
     FROM staff_passkey JOIN staff ON staff.name = staff_passkey.name WHERE id = ? AND locked = 0`,
    [id]
  );

/** False when it was removed, its owner locked or it was used meanwhile. */
export async function useStaffPasskey(
  sql: Sql,
  { id, counter: before }: Credential,
  counter: number,
  at: string
): Promise<boolean> {
  const { changes } = await sql.run(
    `UPDATE staff_passkey SET counter = ?, used_at = ? WHERE id = ? AND counter = ?
       AND EXISTS (SELECT 1 FROM staff WHERE staff.name = staff_passkey.name AND locked = 0)`,
    [counter, at, id, before]
  );
  return changes > 0;
}

/** Gives a passkey its owner's name for it. False when the account has no such passkey. */
export async function labelStaffPasskey(
  sql: Sql,
  name: string,
  { id, label }: Pick<StaffPasskey, 'id' | 'label'>
): Promise<boolean> {
  const { changes } = await sql.run('UPDATE staff_passkey SET label = ? WHERE id = ? AND name = ?', [
    label,
    id,
    name
  ]);
  return changes > 0;
}

/** Removes one of an account's passkeys. False when it has no such passkey. */
export async function removeStaffPasskey(sql: Sql, name: string, id: string): Promise<boolean> {
  const { changes } = await sql.run('DELETE FROM staff_passkey WHERE id = ? AND name = ?', [id, name]);
  return changes > 0;
}

/** Removes all of an account's passkeys. Idempotent. */
export const removeStaffPasskeys = (sql: Sql, name: string) =>
  sql.run('DELETE FROM staff_passkey WHERE name = ?', [name]);
