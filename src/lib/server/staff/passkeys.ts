import { createHash } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { StaffPasskey } from '$lib/api/contracts/staff-passkeys';
import { webAuthn, type Site } from '../signin/webauthn';
import type { Sql, SqlDatabase } from '../store/sql';
import {
  addStaffPasskey,
  countStaffPasskeys,
  labelStaffPasskey,
  removeStaffPasskey,
  staffPasskey,
  staffPasskeysOf,
  useStaffPasskey
} from '../store/staff-passkeys';
import { endStaffSessions, markStaffSession } from '../store/staff-sessions';
import { iso, nowMs } from '../time';
import { holdMember } from '../store/staff';
import { StaffError } from './accounts';
import { networkHash } from '../store/staff-attempts';
import { recordAct } from '../store/staff-audit';
import { beginSession, needOf, standingSession } from './sessions';

const most = 10;
/** How long after signing in a passkey may be added or removed, ms. */
export const changeMs = 10 * 60_000;

const web = webAuthn(true);
const handleOf = (name: string) => new Uint8Array(createHash('sha256').update(`staff:${name}`).digest());

/** Passkeys of staff, which ask for a PIN, a finger or a face: they sign in by themselves. */
export interface StaffPasskeys {
  list(name: string): Promise<StaffPasskey[]>;
  /** @throws StaffError `staff.again`, `staff.passkeyNeeded`, `staff.passkeyMany` */
  create(site: Site, token: string, name: string): ReturnType<typeof web.create>;
  /**
   * Keeps a passkey that answers the challenge; the session has shown it.
   *
   * @throws StaffError `staff.passkey`, and as `create`
   */
  created(
    site: Site,
    token: string,
    made: { name: string; label: string; challenge: string; response: RegistrationResponseJSON }
  ): Promise<void>;
  /** @throws StaffError `staff.passkey` when there is no such passkey */
  rename(name: string, passkey: Pick<StaffPasskey, 'id' | 'label'>): Promise<void>;
  /** Every other session of theirs ends. @throws StaffError `staff.passkey`, `staff.again`, `staff.lastPasskey` */
  remove(token: string, name: string, id: string): Promise<void>;
  use: typeof web.use;
  /** Begins a session in place of the earlier one. @throws StaffError `staff.passkey` */
  used(
    site: Site,
    challenge: string,
    response: AuthenticationResponseJSON,
    from: { address: string; earlier?: string }
  ): Promise<{ name: string; token: string }>;
}

/**
 * @param adminPasskeys whether admins must have one
 * @param clock ms since 1970
 */
export function staffPasskeys(
  db: SqlDatabase,
  adminPasskeys: boolean,
  clock: () => number = nowMs
): StaffPasskeys {
  /** A session that showed a moment ago who it is, and a passkey where the account has one that is asked for. */
  async function requireRecent(sql: Sql, token: string, name: string) {
    const row = await standingSession(sql, token, clock());
    if (row?.name !== name) throw new StaffError('staff.again');
    if (needOf(row, adminPasskeys) === 'use') throw new StaffError('staff.passkeyNeeded');
    if (row.beganAt < iso(clock() - changeMs)) throw new StaffError('staff.again');
    return row;
  }
  async function requireRoom(sql: Sql, token: string, name: string) {
    const row = await requireRecent(sql, token, name);
    if (row.passkeys >= most) throw new StaffError('staff.passkeyMany');
  }
  return {
    list: (name) => staffPasskeysOf(db, name),
    async create(site, token, name) {
      await requireRoom(db, token, name);
      const present = (await staffPasskeysOf(db, name)).map(({ id }) => id);
      return web.create(site, { handle: handleOf(name), name }, present);
    },
    async created(site, token, { name, label, challenge, response }) {
      const made = await web.created(site, challenge, response);
      if (!made) throw new StaffError('staff.passkey');
      await db.transaction(async (sql) => {
        await holdMember(sql, name);
        await requireRoom(sql, token, name);
        const at = iso(clock());
        if (!(await addStaffPasskey(sql, made, { name, label, at }))) throw new StaffError('staff.passkey');
        await markStaffSession(sql, token);
        await recordAct(sql, { at, who: name, act: 'passkey.added', subject: name });
      });
    },
    rename: (name, passkey) =>
      db.transaction(async (sql) => {
        if (!(await labelStaffPasskey(sql, name, passkey))) throw new StaffError('staff.passkey');
        await recordAct(sql, { at: iso(clock()), who: name, act: 'passkey.renamed', subject: name });
      }),
    remove: (token, name, id) =>
      db.transaction(async (sql) => {
        await holdMember(sql, name);
        const { role } = await requireRecent(sql, token, name);
        if (!(await removeStaffPasskey(sql, name, id))) throw new StaffError('staff.passkey');
        if (adminPasskeys && role === 'admin' && !(await countStaffPasskeys(sql, name)))
          throw new StaffError('staff.lastPasskey');
        await endStaffSessions(sql, name, token);
        await recordAct(sql, { at: iso(clock()), who: name, act: 'passkey.removed', subject: name });
      }),
    use: web.use,
    async used(site, challenge, response, { address, earlier }) {
      const kept = await staffPasskey(db, response.id);
      const counter = kept && (await web.used(site, challenge, response, kept));
      const token =
        kept &&
        (await db.transaction(async (sql) => {
          const now = clock();
          const fits = typeof counter === 'number' && (await useStaffPasskey(sql, kept, counter, iso(now)));
          if (fits) return beginSession(sql, kept.name, { now, earlier, passkey: true });
          const subject = await networkHash(sql, address);
          await recordAct(sql, { at: iso(now), who: kept.name, act: 'session.refused', subject });
          return null;
        }));
      if (!kept || !token) throw new StaffError('staff.passkey');
      return { name: kept.name, token };
    }
  };
}
