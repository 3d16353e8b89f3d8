import { randomInt } from 'node:crypto';
import type { StaffAccount } from '$lib/api/contracts/admin';
import type { StaffRole } from '$lib/api/contracts/staff';
import type { SqlDatabase } from '../store/sql';
import { oneTimeMs, requireAdmin, staffAccounts, StaffError } from './accounts';
import { allStaff, changeStaff, holdAdmins, setPassword } from '../store/staff';
import { recordAct } from '../store/staff-audit';
import { removeStaffPasskeys } from '../store/staff-passkeys';
import { endStaffSessions } from '../store/staff-sessions';
import type { StaffMember } from './sessions';
import { hashPassword, owaspCost } from './password';
import { iso, nowMs } from '../time';

/** Without letters and digits that look alike; 16 of them are 78 bits. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
const passwordLength = 16;

const oneTimePassword = () =>
  Array.from({ length: passwordLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** What an admin does with the accounts of the console; every act goes into the log with it. */
export interface AccountAdmin {
  list(): Promise<StaffAccount[]>;
  /** Answers the one-time password. @throws StaffError `staff.name`, `staff.nameTaken` */
  create(member: StaffMember, who: string): Promise<string>;
  /** @throws StaffError `staff.unknown`, `staff.lastAdmin` */
  setRole(name: string, role: StaffRole, who: string): Promise<void>;
  /** Ends every session too. @throws StaffError `staff.unknown`, `staff.lastAdmin` */
  setLocked(name: string, locked: boolean, who: string): Promise<void>;
  /** Keeps a reviewer to some campaigns, or to none in particular: null. @throws StaffError `staff.unknown` */
  setCampaigns(name: string, campaigns: string[] | null, who: string): Promise<void>;
  /** A new one-time password in place of a forgotten one; passkeys and sessions end. @throws StaffError `staff.unknown` */
  reset(name: string, who: string): Promise<string>;
}

/**
 * @param clock ms since 1970
 * @param cost of the passwords' hashes
 */
export function accountAdmin(db: SqlDatabase, clock: () => number = nowMs, cost = owaspCost): AccountAdmin {
  const accounts = staffAccounts(db, clock, cost);
  const at = () => iso(clock());

  return {
    async list() {
      const rows = await allStaff(db);
      return rows.map(({ name, role, locked, must_change: oneTime, linked, passkeys, campaigns }) => ({
        name,
        role,
        locked: locked === 1,
        oneTime: oneTime === 1,
        linked: linked === 1,
        passkeys,
        campaigns: campaigns === null ? null : (JSON.parse(campaigns) as string[])
      }));
    },
    async create(member, who) {
      const password = oneTimePassword();
      await accounts.create(member, password, who, true);
      return password;
    },
    setRole: (name, role, who) =>
      db.transaction(async (sql) => {
        await holdAdmins(sql);
        if (!(await changeStaff(sql, name, { role }))) throw new StaffError('staff.unknown');
        await requireAdmin(sql);
        await recordAct(sql, { at: at(), who, act: 'account.role', subject: `${name}: ${role}` });
      }),
    async setLocked(name, locked, who) {
      if (!(await accounts.setLocked(name, locked, who))) throw new StaffError('staff.unknown');
    },
    setCampaigns: (name, campaigns, who) =>
      db.transaction(async (sql) => {
        if (!(await changeStaff(sql, name, { campaigns }))) throw new StaffError('staff.unknown');
        const subject = `${name}: ${campaigns?.join(', ') ?? '*'}`;
        await recordAct(sql, { at: at(), who, act: 'account.campaigns', subject });
      }),
    async reset(name, who) {
      const password = oneTimePassword();
      const hash = await hashPassword(password, cost);
      await db.transaction(async (sql) => {
        if (!(await setPassword(sql, name, hash, iso(clock() + oneTimeMs))))
          throw new StaffError('staff.unknown');
        // Whoever had the account may have left one behind, and a lost device holds one.
        await removeStaffPasskeys(sql, name);
        await endStaffSessions(sql, name);
        await recordAct(sql, { at: at(), who, act: 'account.reset', subject: name });
      });
      return password;
    }
  };
}
