import type { StaffRole } from '$lib/api/contracts/staff';
import type { Sql } from './sql';

/** What a sign-in by password is held against. */
export interface StaffPassword {
  hash: string;
  /** It signs nobody in, but may be changed for another. */
  oneTime: boolean;
  /** ISO 8601, until when a one-time password may be used. */
  until: string | null;
}

/** Null for a name that nobody has, and for a locked account. */
export async function passwordOf(sql: Sql, name: string): Promise<StaffPassword | null> {
  const row = await sql.get<{ password: string; must_change: number; until: string | null }>(
    'SELECT password, must_change, one_time_until AS until FROM staff WHERE name = ? AND locked = 0',
    [name]
  );
  return row ? { hash: row.password, oneTime: row.must_change === 1, until: row.until } : null;
}

/** Takes hold of an account whose password is still this one, and which is not locked; false otherwise. */
export async function holdPassword(sql: Sql, name: string, hash: string): Promise<boolean> {
  const { changes } = await sql.run(
    'UPDATE staff SET name = name WHERE name = ? AND password = ? AND locked = 0',
    [name, hash]
  );
  return changes > 0;
}

/** Makes changes of one account wait for one another. */
export const holdMember = (sql: Sql, name: string) =>
  sql.run('UPDATE staff SET name = name WHERE name = ?', [name]);

/** Makes changes of admins wait for one another, in both databases. */
export const holdAdmins = (sql: Sql) => sql.run("UPDATE staff SET name = name WHERE role = 'admin'");

/** Whether an admin is left who could sign in. */
export const anyAdmin = async (sql: Sql): Promise<boolean> =>
  (await sql.get("SELECT 1 AS one FROM staff WHERE role = 'admin' AND locked = 0 LIMIT 1")) !== undefined;

/** Whether there is any account of staff, locked ones too. */
export const anyStaff = async (sql: Sql): Promise<boolean> =>
  (await sql.get('SELECT 1 AS one FROM staff LIMIT 1')) !== undefined;

/** @param oneTimeUntil ISO 8601; null for a password that signs in. False where somebody has the name. */
export async function addStaff(
  sql: Sql,
  { name, role, hash, at }: { name: string; role: StaffRole; hash: string; at: string },
  oneTimeUntil: string | null
): Promise<boolean> {
  const { changes } = await sql.run(
    `INSERT INTO staff (name, role, password, locked, created_at, must_change, one_time_until)
     VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [name, role, hash, at, oneTimeUntil === null ? 0 : 1, oneTimeUntil]
  );
  return changes > 0;
}

/** @param oneTimeUntil as for `addStaff`. False for a name that nobody has. */
export async function setPassword(
  sql: Sql,
  name: string,
  hash: string,
  oneTimeUntil: string | null
): Promise<boolean> {
  const { changes } = await sql.run(
    'UPDATE staff SET password = ?, must_change = ?, one_time_until = ? WHERE name = ?',
    [hash, oneTimeUntil === null ? 0 : 1, oneTimeUntil, name]
  );
  return changes > 0;
}

/** What an admin may change of an account. */
type Changeable = { role: StaffRole } | { locked: boolean } | { campaigns: string[] | null };

/** False for a name that nobody has. */
export async function changeStaff(sql: Sql, name: string, change: Changeable): Promise<boolean> {
  const [column, value] =
    'role' in change
      ? (['role', change.role] as const)
      : 'locked' in change
        ? (['locked', change.locked ? 1 : 0] as const)
        : (['campaigns', change.campaigns && JSON.stringify(change.campaigns)] as const);
  const { changes } = await sql.run(`UPDATE staff SET ${column} = ? WHERE name = ?`, [value, name]);
  return changes > 0;
}

/** Whom a claim of the single sign-on names; undefined for nobody, and for a locked account. */
export async function staffOfIdentity(sql: Sql, identity: string): Promise<string | undefined> {
  const row = await sql.get<{ name: string }>('SELECT name FROM staff WHERE identity = ? AND locked = 0', [
    identity
  ]);
  return row?.name;
}

/** Ties an account to its claim at the single sign-on; `taken`: it is another's. */
export async function linkStaff(
  sql: Sql,
  name: string,
  identity: string
): Promise<'done' | 'taken' | 'unknown'> {
  if (await sql.get('SELECT 1 AS one FROM staff WHERE identity = ? AND name <> ?', [identity, name]))
    return 'taken';
  const { changes } = await sql.run('UPDATE staff SET identity = ? WHERE name = ?', [identity, name]);
  return changes ? 'done' : 'unknown';
}

export interface StaffRow {
  name: string;
  role: StaffRole;
  locked: number;
  must_change: number;
  linked: number;
  passkeys: number;
  /** JSON of codes; null: every campaign. */
  campaigns: string | null;
}

/** Every account of staff, by name. */
export const allStaff = (sql: Sql) =>
  sql.all<StaffRow>(
    `SELECT name, role, locked, must_change, CASE WHEN identity IS NULL THEN 0 ELSE 1 END AS linked, campaigns,
       (SELECT COUNT(*) FROM staff_passkey WHERE staff_passkey.name = staff.name) AS passkeys
     FROM staff ORDER BY name`
  );
