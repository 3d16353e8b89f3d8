import { createHash, randomBytes } from 'node:crypto';
import type { Factor, ProviderId } from '$lib/api/contracts/account';
import { Refusal } from '../http/problem';
import { recordAct } from '../store/staff-audit';
import type { Sql, SqlDatabase } from '../store/sql';
import { factorsOf, removeFactor } from '../store/factors';
import { addIdentity, findIdentity, openidOf } from '../store/identities';
import { freeNumber, holdsNumber, numbersOf, proveNumber, register } from '../store/numbers';
import {
  addAccount,
  heldSubmissions,
  holdSubmission,
  isOpenedBy,
  providersOf
} from '../store/student-accounts';
import {
  addSession,
  dropSession,
  dropSessions,
  followSession,
  saltSession,
  settleSession,
  standingSession,
  type SessionRow
} from '../store/student-sessions';
import type { StoredSubmission } from '../store/submissions';
import { iso, nowMs } from '../time';
import type { Identity } from './provider';

/** A session's token is changed after a day of use, and the session ends after ninety, ms. */
export const studentSessionMs = { rotate: 24 * 3_600_000, absolute: 90 * 24 * 3_600_000 };
/** How long a token is still taken once the next one was used, for requests that were on their way, ms. */
const overlapMs = 60_000;
/** For so long after a sign-in ways to sign in may be changed, ms. */
export const recentMs = 10 * 60_000;

export interface StudentSession {
  accountId: string;
  /** The token the browser is to keep from now on, when it has changed. */
  fresh: string | null;
}

/** Of a submission, what binding asks. */
export type Bindable = Pick<StoredSubmission, 'id' | 'campaign' | 'studentNumber' | 'proven'>;

export interface StudentAccounts {
  /** A new account of nobody yet, bound to the device that keeps the token. */
  begin(): Promise<{ accountId: string; token: string }>;
  session(token: string): Promise<StudentSession | null>;
  /**
   * Who a provider says this is: the account it already opens, else a new one. The session starts anew under another
   * token. A browser may be another student's: the account of its session is opened by this sign-in only where the
   * student said so, and has shown who they are a moment ago.
   *
   * @param who the provider's id of them; with a student number, the account stands for that number from now on
   * @param add the account that the student said it is to open
   */
  identify(
    provider: ProviderId,
    who: string | Identity,
    present: string | null,
    add?: string | null
  ): Promise<string>;
  /** Whether ways to sign in may be changed: after a sign-in a moment ago, or while there are none. */
  mayChange(token: string): Promise<boolean>;
  factors(accountId: string): Promise<Factor[]>;
  /** Every other session of the account ends. @throws Refusal `account.again` */
  removeFactor(accountId: string, token: string, factor: Pick<Factor, 'kind' | 'id'>): Promise<void>;
  /** A new session of an account, for a passkey that fitted. `earlier` ends. */
  enter(accountId: string, earlier?: string): Promise<string>;
  /**
   * The account shows a submission whose key was shown. Its number is the account's too where it was proven and is
   * no other account's: one number, one account, both ways.
   */
  bind(accountId: string, submission: Bindable): Promise<void>;
  /** Submissions it was shown the keys of, the newest first, at most `limit`. */
  submissions(accountId: string, limit: number): Promise<string[]>;
  /** By staff, for a student who lost every way to open the account. False when nothing was bound. */
  unbind(campaign: string, studentNumber: string, who: string): Promise<boolean>;
  registrations(accountId: string): Promise<{ campaign: string; studentNumber: string }[]>;
  identities(accountId: string): Promise<ProviderId[]>;
  /** The student's id at WeChat, which paying there needs. */
  openid(accountId: string): Promise<string | undefined>;
  signOut(token: string): Promise<void>;
  signOutAll(accountId: string): Promise<void>;
}

/** It takes a session's token and the database to make the next one: a copy of either is not enough. */
const derived = (token: string, salt: string) =>
  createHash('sha256').update(`${salt}:${token}`).digest('base64url');

/** @param clock ms since 1970 */
export function studentAccounts(db: SqlDatabase, clock: () => number = nowMs): StudentAccounts {
  /** @param shown whether the student has just shown who they are */
  async function issue(sql: Sql, accountId: string, shown: boolean) {
    const token = randomBytes(32).toString('base64url');
    await addSession(sql, {
      ...{ token, accountId, at: iso(clock()), endsAt: iso(clock() + studentSessionMs.absolute) },
      provedAt: shown ? iso(clock()) : null
    });
    return token;
  }
  const standing = (sql: Sql, token: string) => standingSession(sql, token, iso(clock()));
  /** The token that replaces this one. Idempotent, as an answer may be lost. */
  async function follow(sql: Sql, token: string): Promise<string | null> {
    await saltSession(sql, token, randomBytes(32).toString('base64url'));
    const row = await standing(sql, token);
    if (!row?.salt || row.replaced) return null;
    const fresh = derived(token, row.salt);
    await followSession(sql, { token, next: fresh, at: iso(clock()) }, row);
    return fresh;
  }
  async function mayChange(sql: Sql, { account_id: accountId, proved_at: at }: SessionRow): Promise<boolean> {
    if (at !== null && at > iso(clock() - recentMs)) return true;
    return (await factorsOf(sql, accountId)).length === 0;
  }

  return {
    begin: () =>
      db.transaction(async (sql) => {
        const accountId = await addAccount(sql, iso(clock()));
        return { accountId, token: await issue(sql, accountId, false) };
      }),
    async session(token) {
      const row = await standing(db, token);
      if (!row) return null;
      const accountId = row.account_id;
      const ends = iso(clock() + overlapMs);
      if (row.follows !== null) await db.transaction((sql) => settleSession(sql, token, row.follows!, ends));
      const young = row.made_at > iso(clock() - studentSessionMs.rotate);
      if (row.replaced || young) return { accountId, fresh: null };
      const fresh =
        row.salt === null ? await db.transaction((sql) => follow(sql, token)) : derived(token, row.salt);
      return { accountId, fresh };
    },
    identify: (provider, who, present, add = null) =>
      db.transaction(async (sql) => {
        const { subject, studentNumber }: Identity = typeof who === 'string' ? { subject: who } : who;
        const known = await findIdentity(sql, provider, subject);
        const here = present ? await standing(sql, present) : undefined;
        // An account that this provider already opens for somebody else is not this student's.
        const taken = here && (await isOpenedBy(sql, here.account_id, provider));
        const joins = here && !taken && here.account_id === add && (await mayChange(sql, here));
        const accountId = known ?? (joins ? here.account_id : await addAccount(sql, iso(clock())));
        if (known === null) await addIdentity(sql, { provider, subject, accountId, at: iso(clock()) });
        if (studentNumber) await proveNumber(sql, { accountId, studentNumber, at: iso(clock()) });
        if (present) await dropSession(sql, present);
        return issue(sql, accountId, true);
      }),
    async mayChange(token) {
      const here = await standing(db, token);
      return here !== undefined && mayChange(db, here);
    },
    factors: (accountId) => factorsOf(db, accountId),
    removeFactor: (accountId, token, factor) =>
      db.transaction(async (sql) => {
        const here = await standing(sql, token);
        if (here?.account_id !== accountId || !(await mayChange(sql, here)))
          throw new Refusal('account.again');
        if (!(await removeFactor(sql, accountId, factor))) return;
        await dropSessions(sql, accountId, token);
      }),
    enter: (accountId, earlier) =>
      db.transaction(async (sql) => {
        if (earlier) await dropSession(sql, earlier);
        return issue(sql, accountId, true);
      }),
    bind: (accountId, { id, campaign, studentNumber, proven }) =>
      db.transaction(async (sql) => {
        const at = iso(clock());
        await holdSubmission(sql, accountId, id, at);
        if (proven || (await holdsNumber(sql, accountId, studentNumber)))
          await register(sql, { accountId, campaign, studentNumber, at });
      }),
    submissions: (accountId, limit) => heldSubmissions(db, accountId, limit),
    unbind: (campaign, studentNumber, who) =>
      db.transaction(async (sql) => {
        const freed = await freeNumber(sql, campaign, studentNumber);
        if (freed) await recordAct(sql, { at: iso(clock()), who, act: 'binding.removed', subject: campaign });
        return freed;
      }),
    registrations: (accountId) => numbersOf(db, accountId),
    identities: (accountId) => providersOf(db, accountId),
    openid: (accountId) => openidOf(db, accountId),
    async signOut(token) {
      await dropSession(db, token);
    },
    async signOutAll(accountId) {
      await dropSessions(db, accountId);
    }
  };
}
