import { createHash, randomBytes } from 'node:crypto';
import type { StaffRole } from '$lib/api/contracts/staff';
import { Refusal } from '../http/problem';
import type { Sql, SqlDatabase } from '../store/sql';
import { turns } from '../http/turns';
import { countAttempt, forgetAttempts, networkHash, type Attempt } from './attempts';
import { recordAct, type StaffAct } from './audit';
import { isCommon } from './common';
import { keepDevice, knownDevice } from './devices';
import { checkPassword, hashPassword, owaspCost, passwordLength } from './password';
import { iso, nowMs } from '../time';

export interface StaffMember {
  name: string;
  role: StaffRole;
  /** Codes of the only campaigns a reviewer sees; every one where left out, and for admins. */
  campaigns?: string[];
}

/** `wrong` is also the answer for a name nobody has and a locked account. */
export type StaffErrorCode =
  | 'staff.wrong'
  | 'staff.tooMany'
  | 'staff.name'
  | 'staff.nameTaken'
  | 'staff.password'
  | 'staff.common'
  | 'staff.expired'
  | 'staff.change'
  | 'staff.lastAdmin'
  | 'staff.unknown';
export class StaffError extends Refusal {
  constructor(override readonly code: StaffErrorCode) {
    super(code);
    this.name = 'StaffError';
  }
}

/** A session ends after half an hour without a request, and in any case after twelve hours, ms. */
export const sessionMs = { idle: 30 * 60_000, absolute: 12 * 3_600_000 };

/** A one-time password that nobody used by then ends, ms. */
export const oneTimeMs = 3 * 24 * 3_600_000;
/** Each hash takes 32 MiB, in the threads that also write photos. */
const oneOfFew = turns(2, 60);

export interface StaffAccounts {
  /**
   * @param oneTime the password signs nobody in, but may be changed for another
   * @throws StaffError `staff.name`, `staff.nameTaken`, `staff.password` (length), `staff.common`
   */
  create(member: StaffMember, password: string, who: string, oneTime?: boolean): Promise<void>;
  /**
   * Begins a session and answers its token, which only the browser keeps; `earlier` is the browser's old one and ends.
   *
   * @param device what `remember` gave the browser
   * @throws StaffError `staff.wrong`, `staff.tooMany`; `staff.change` when the password is right but for one use, and
   *   `staff.expired` when that was days ago
   */
  signIn(name: string, password: string, address: string, earlier?: string, device?: string): Promise<string>;
  /** Makes the browser of a sign-in known, so that others' wrong tries do not keep it out; answers what it keeps. */
  remember(name: string, device?: string): Promise<string>;
  /**
   * Begins a session of the account that a single sign-on's claim names: only of one that is there.
   *
   * @throws StaffError `staff.wrong`
   */
  enter(identity: string, earlier?: string): Promise<string>;
  /** Ties an account to its claim at the single sign-on. @throws StaffError `staff.unknown`, `staff.nameTaken` */
  link(name: string, identity: string, who: string): Promise<void>;
  /** Whether there is any account. */
  any(): Promise<boolean>;
  /** Whose session it is, or null; a request counts as use. */
  session(token: string): Promise<StaffMember | null>;
  signOut(token: string): Promise<void>;
  /** Ends every session of a member. */
  signOutAll(name: string, who: string): Promise<void>;
  /** Ends every session of theirs. @throws StaffError `staff.wrong`, `staff.tooMany`, `staff.password` */
  changePassword(name: string, old: string, fresh: string, address: string, device?: string): Promise<void>;
  /**
   * A locked member cannot sign in, and is signed out at once. False when nobody has the name.
   *
   * @throws StaffError `staff.lastAdmin`
   */
  setLocked(name: string, locked: boolean, who: string): Promise<boolean>;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
/** Makes changes of admins wait for one another, in both databases. */
export const holdAdmins = (sql: Sql) => sql.run("UPDATE staff SET name = name WHERE role = 'admin'");

/** @throws StaffError `staff.lastAdmin` when no admin is left who could sign in */
export async function requireAdmin(sql: Sql): Promise<void> {
  if (!(await sql.get("SELECT 1 AS one FROM staff WHERE role = 'admin' AND locked = 0 LIMIT 1")))
    throw new StaffError('staff.lastAdmin');
}

export const endAll = (sql: Sql, name: string) => sql.run('DELETE FROM staff_session WHERE name = ?', [name]);

async function checkFresh(password: string, name: string): Promise<void> {
  const length = [...password].length;
  if (length < passwordLength.min || length > passwordLength.max) throw new StaffError('staff.password');
  if (await isCommon(password, name)) throw new StaffError('staff.common');
}

/**
 * @param clock ms since 1970
 * @param cost of the passwords' hashes
 */
export function staffAccounts(db: SqlDatabase, clock: () => number = nowMs, cost = owaspCost): StaffAccounts {
  const act = (sql: Sql, who: string, act: StaffAct, subject: string) =>
    recordAct(sql, { at: iso(clock()), who, act, subject });

  /** The stored hash, once the password fitted it, and whether that is for one use. */
  async function proven(password: string, attempt: Attempt) {
    const { name } = attempt;
    if (!(await countAttempt(db, attempt, clock()))) throw new StaffError('staff.tooMany');
    const row = await db.get<{ password: string; must_change: number; until: string | null }>(
      'SELECT password, must_change, one_time_until AS until FROM staff WHERE name = ? AND locked = 0',
      [name]
    );
    const short = password.length <= 2 * passwordLength.max;
    const leave = await oneOfFew('hash');
    const fits = await checkPassword(short ? password : '', row?.password ?? null, cost).finally(leave);
    if (!fits || !row) {
      await noteRefusal(attempt, row !== undefined);
      throw new StaffError('staff.wrong');
    }
    const oneTime = row.must_change === 1;
    if (oneTime && row.until !== null && row.until < iso(clock())) throw new StaffError('staff.expired');
    return { hash: row.password, oneTime };
  }
  /** A name that nobody has may be anything, a password even: it is not kept. */
  const noteRefusal = ({ name, address }: Attempt, known: boolean) =>
    db.transaction(async (sql) =>
      act(sql, known ? name : 'unknown', 'session.refused', await networkHash(sql, address))
    );
  const attemptOf = async (name: string, address: string, device?: string): Promise<Attempt> => {
    const known = await knownDevice(db, name, device, clock());
    return { name, address, ...(known !== undefined && { device: known }) };
  };
  /** A new session in place of an earlier one; those that ended go too. */
  async function begin(sql: Sql, name: string, earlier = ''): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = clock();
    await sql.run('DELETE FROM staff_session WHERE token_hash = ? OR began_at < ? OR seen_at < ?', [
      hashOf(earlier),
      iso(now - sessionMs.absolute),
      iso(now - sessionMs.idle)
    ]);
    await sql.run('INSERT INTO staff_session (token_hash, name, began_at, seen_at) VALUES (?, ?, ?, ?)', [
      hashOf(token),
      name,
      iso(now),
      iso(now)
    ]);
    await act(sql, name, 'session.began', name);
    return token;
  }
  /** Locked or changed while its password was being checked: it no longer counts. */
  async function still(sql: Sql, name: string, password: string): Promise<void> {
    const { changes } = await sql.run(
      'UPDATE staff SET name = name WHERE name = ? AND password = ? AND locked = 0',
      [name, password]
    );
    if (!changes) throw new StaffError('staff.wrong');
  }

  return {
    async create({ name, role }, password, who, oneTime = false) {
      if (!/^[\p{L}\p{N}._@-]{2,64}$/u.test(name)) throw new StaffError('staff.name');
      await checkFresh(password, name);
      const hash = await hashPassword(password, cost);
      await db.transaction(async (sql) => {
        const { changes } = await sql.run(
          `INSERT INTO staff (name, role, password, locked, created_at, must_change, one_time_until)
           VALUES (?, ?, ?, 0, ?, ?, ?) ON CONFLICT DO NOTHING`,
          [name, role, hash, iso(clock()), oneTime ? 1 : 0, oneTime ? iso(clock() + oneTimeMs) : null]
        );
        if (!changes) throw new StaffError('staff.nameTaken');
        await act(sql, who, 'account.created', name);
      });
    },
    async signIn(name, password, address, earlier, device) {
      const attempt = await attemptOf(name, address, device);
      const { hash, oneTime } = await proven(password, attempt);
      if (oneTime) throw new StaffError('staff.change');
      return db.transaction(async (sql) => {
        await still(sql, name, hash);
        await forgetAttempts(sql, attempt);
        return begin(sql, name, earlier);
      });
    },
    remember: (name, device) => db.transaction((sql) => keepDevice(sql, name, device, clock())),
    enter: (identity, earlier) =>
      db.transaction(async (sql) => {
        const row = await sql.get<{ name: string }>(
          'SELECT name FROM staff WHERE identity = ? AND locked = 0',
          [identity]
        );
        if (!row) throw new StaffError('staff.wrong');
        return begin(sql, row.name, earlier);
      }),
    link: (name, identity, who) =>
      db.transaction(async (sql) => {
        if (await sql.get('SELECT 1 AS one FROM staff WHERE identity = ? AND name <> ?', [identity, name]))
          throw new StaffError('staff.nameTaken');
        const { changes } = await sql.run('UPDATE staff SET identity = ? WHERE name = ?', [identity, name]);
        if (!changes) throw new StaffError('staff.unknown');
        await act(sql, who, 'account.linked', name);
      }),
    any: async () => (await db.get('SELECT 1 AS one FROM staff LIMIT 1')) !== undefined,
    async session(token) {
      const now = clock();
      const hash = hashOf(token);
      const row = await db.get<{ name: string; role: StaffRole; campaigns: string | null }>(
        `SELECT staff.name, staff.role, staff.campaigns FROM staff_session JOIN staff ON staff.name = staff_session.name
         WHERE token_hash = ? AND began_at >= ? AND seen_at >= ? AND locked = 0`,
        [hash, iso(now - sessionMs.absolute), iso(now - sessionMs.idle)]
      );
      if (!row) return null;
      const { name, role } = row;
      const kept = role === 'reviewer' && row.campaigns !== null;
      const member = { name, role, ...(kept && { campaigns: JSON.parse(row.campaigns!) as string[] }) };
      // Once a minute is exact enough, and spares a synced write with each request.
      await db.run('UPDATE staff_session SET seen_at = ? WHERE token_hash = ? AND seen_at < ?', [
        iso(now),
        hash,
        iso(now - 60_000)
      ]);
      return member;
    },
    signOut: (token) =>
      db.transaction(async (sql) => {
        const row = await sql.get<{ name: string }>('SELECT name FROM staff_session WHERE token_hash = ?', [
          hashOf(token)
        ]);
        if (!row) return;
        await sql.run('DELETE FROM staff_session WHERE token_hash = ?', [hashOf(token)]);
        await act(sql, row.name, 'session.ended', row.name);
      }),
    signOutAll: (name, who) =>
      db.transaction(async (sql) => {
        await endAll(sql, name);
        await act(sql, who, 'session.endedAll', name);
      }),
    async changePassword(name, old, fresh, address, device) {
      await checkFresh(fresh, name);
      const attempt = await attemptOf(name, address, device);
      const { hash } = await proven(old, attempt);
      const next = await hashPassword(fresh, cost);
      await db.transaction(async (sql) => {
        await still(sql, name, hash);
        await sql.run(
          'UPDATE staff SET password = ?, must_change = 0, one_time_until = NULL WHERE name = ?',
          [next, name]
        );
        await endAll(sql, name);
        await forgetAttempts(sql, attempt);
        await act(sql, name, 'account.password', name);
      });
    },
    setLocked: (name, locked, who) =>
      db.transaction(async (sql) => {
        await holdAdmins(sql);
        const { changes } = await sql.run('UPDATE staff SET locked = ? WHERE name = ?', [
          locked ? 1 : 0,
          name
        ]);
        if (!changes) return false;
        await requireAdmin(sql);
        await endAll(sql, name);
        await act(sql, who, locked ? 'account.locked' : 'account.unlocked', name);
        return true;
      })
  };
}
