import { Refusal } from '../http/problem';
import type { Sql, SqlDatabase } from '../store/sql';
import {
  addStaff,
  anyAdmin,
  anyStaff,
  changeStaff,
  holdAdmins,
  holdPassword,
  linkStaff,
  passwordOf,
  setPassword,
  staffOfIdentity
} from '../store/staff';
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
/**
 * Each hash takes 32 MiB, in the threads that also write photos: two at a time, one of a browser that signed in before
 * and one of any other, so that nobody's guesses fill the other's queue.
 */
const oneAtATime = turns(1, 60);

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

/** @throws StaffError `staff.lastAdmin` when no admin is left who could sign in */
export async function requireAdmin(sql: Sql): Promise<void> {
  if (!(await anyAdmin(sql))) throw new StaffError('staff.lastAdmin');
}

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
    const kept = await passwordOf(db, name);
    const short = password.length <= 2 * passwordLength.max;
    const leave = await oneAtATime(attempt.device === undefined ? 'new' : 'known');
    const fits = await checkPassword(short ? password : '', kept?.hash ?? null, cost).finally(leave);
    if (!fits || !kept) {
      await noteRefusal(attempt, kept !== null);
      throw new StaffError('staff.wrong');
    }
    const { hash, oneTime, until } = kept;
    if (oneTime && until !== null && until < iso(clock())) throw new StaffError('staff.expired');
    return { hash, oneTime };
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
    if (!(await holdPassword(sql, name, password))) throw new StaffError('staff.wrong');
  }

  return {
    async create({ name, role }, password, who, oneTime = false) {
      if (!/^[\p{L}\p{N}._@-]{2,64}$/u.test(name)) throw new StaffError('staff.name');
      await checkFresh(password, name);
      const hash = await hashPassword(password, cost);
      await db.transaction(async (sql) => {
        const until = oneTime ? iso(clock() + oneTimeMs) : null;
        if (!(await addStaff(sql, { name, role, hash, at: iso(clock()) }, until)))
          throw new StaffError('staff.nameTaken');
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
        const name = await staffOfIdentity(sql, identity);
        if (name === undefined) throw new StaffError('staff.wrong');
        return beginSession(sql, name, { now: clock(), earlier });
      }),
    link: (name, identity, who) =>
      db.transaction(async (sql) => {
        const linked = await linkStaff(sql, name, identity);
        if (linked === 'taken') throw new StaffError('staff.nameTaken');
        if (linked === 'unknown') throw new StaffError('staff.unknown');
        await act(sql, who, 'account.linked', name);
      }),
    any: () => anyStaff(db),
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
        await setPassword(sql, name, next, null);
        await endStaffSessions(sql, name);
        await forgetAttempts(sql, attempt);
        await act(sql, name, 'account.password', name);
      });
    },
    setLocked: (name, locked, who) =>
      db.transaction(async (sql) => {
        await holdAdmins(sql);
        if (!(await changeStaff(sql, name, { locked }))) return false;
        await requireAdmin(sql);
        await endStaffSessions(sql, name);
        await act(sql, who, locked ? 'account.locked' : 'account.unlocked', name);
        return true;
      })
  };
}
