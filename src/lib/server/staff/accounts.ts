import { Refusal } from '../http/problem';
import type { Sql, SqlDatabase } from '../store/sql';
import { endStaffSession, endStaffSessions } from '../store/staff-sessions';
import { turns } from '../http/turns';
import { countAttempt, forgetAttempts, networkHash, type Attempt } from '../store/staff-attempts';
import { recordAct, type StaffAct } from '../store/staff-audit';
import { isCommon } from './common';
import { keepDevice, knownDevice } from '../store/staff-devices';
import { checkPassword, hashPassword, owaspCost, passwordLength } from './password';
import { beginSession, memberOf, type StaffMember } from './sessions';
import { iso, nowMs } from '../time';

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
  | 'staff.passkey'
  | 'staff.passkeyNeeded'
  | 'staff.passkeyMany'
  | 'staff.lastPasskey'
  | 'staff.again'
  | 'staff.unknown';
export class StaffError extends Refusal {
  constructor(override readonly code: StaffErrorCode) {
    super(code);
    this.name = 'StaffError';
  }
}

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

/** Makes changes of admins wait for one another, in both databases. */
export const holdAdmins = (sql: Sql) => sql.run("UPDATE staff SET name = name WHERE role = 'admin'");

/** @throws StaffError `staff.lastAdmin` when no admin is left who could sign in */
export async function requireAdmin(sql: Sql): Promise<void> {
  if (!(await sql.get("SELECT 1 AS one FROM staff WHERE role = 'admin' AND locked = 0 LIMIT 1")))
    throw new StaffError('staff.lastAdmin');
}

/** Makes changes of one account wait for one another. */
export const holdMember = (sql: Sql, name: string) =>
  sql.run('UPDATE staff SET name = name WHERE name = ?', [name]);

async function checkFresh(password: string, name: string): Promise<void> {
  const length = [...password].length;
  if (length < passwordLength.min || length > passwordLength.max) throw new StaffError('staff.password');
  if (await isCommon(password, name)) throw new StaffError('staff.common');
}

/**
 * @param clock ms since 1970
 * @param cost of the passwords' hashes
 * @param adminPasskeys whether admins must sign in by passkey
 */
export function staffAccounts(
  db: SqlDatabase,
  clock: () => number = nowMs,
  cost = owaspCost,
  adminPasskeys = false
): StaffAccounts {
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
        return beginSession(sql, name, { now: clock(), earlier });
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
        return beginSession(sql, row.name, { now: clock(), earlier });
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
    session: (token) => memberOf(db, token, clock(), adminPasskeys),
    signOut: (token) =>
      db.transaction(async (sql) => {
        const name = await endStaffSession(sql, token);
        if (name !== undefined) await act(sql, name, 'session.ended', name);
      }),
    signOutAll: (name, who) =>
      db.transaction(async (sql) => {
        await endStaffSessions(sql, name);
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
        await endStaffSessions(sql, name);
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
        await endStaffSessions(sql, name);
        await act(sql, who, locked ? 'account.locked' : 'account.unlocked', name);
        return true;
      })
  };
}
