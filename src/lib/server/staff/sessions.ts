import { randomBytes } from 'node:crypto';
import type { PasskeyNeed, StaffRole } from '$lib/api/contracts/staff';
import {
  addStaffSession,
  seeStaffSession,
  staffSession,
  type StaffSessionRow
} from '../store/staff-sessions';
import type { Sql } from '../store/sql';
import { iso } from '../time';
import { recordAct } from '../store/staff-audit';

export interface StaffMember {
  name: string;
  role: StaffRole;
  /** Codes of the only campaigns a reviewer sees; every one where left out, and for admins. */
  campaigns?: string[];
  /** What the session has yet to show before it may do an admin's work. */
  needs?: PasskeyNeed;
}

/** A session ends after half an hour without a request, and in any case after twelve hours, ms. */
export const sessionMs = { idle: 30 * 60_000, absolute: 12 * 3_600_000 };

const limits = (now: number) => ({ old: iso(now - sessionMs.absolute), idle: iso(now - sessionMs.idle) });

/** Begins a session in place of an earlier one, and says so in the log; answers its token. */
export async function beginSession(
  sql: Sql,
  name: string,
  { now, earlier = '', passkey = false }: { now: number; earlier?: string; passkey?: boolean }
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await addStaffSession(sql, { token, name, passkey }, { earlier, now: iso(now), ...limits(now) });
  await recordAct(sql, { at: iso(now), who: name, act: 'session.began', subject: name });
  return token;
}

/** The session of a token, unless it has ended. @param now ms since 1970 */
export const standingSession = (sql: Sql, token: string, now: number) =>
  staffSession(sql, token, limits(now));

/** What an admin's session has yet to show, where the unit asks admins for a passkey. */
export function needOf(row: StaffSessionRow, adminPasskeys: boolean): PasskeyNeed | null {
  if (!adminPasskeys || row.role !== 'admin' || (row.passkey && row.passkeys)) return null;
  return row.passkeys ? 'use' : 'add';
}

/** Whose session it is, or null; a request counts as use. */
export async function memberOf(
  sql: Sql,
  token: string,
  now: number,
  adminPasskeys: boolean
): Promise<StaffMember | null> {
  const row = await standingSession(sql, token, now);
  if (!row) return null;
  // Once a minute is exact enough, and spares a synced write with each request.
  await seeStaffSession(sql, token, iso(now), iso(now - 60_000));
  const { name, role, campaigns } = row;
  const needs = needOf(row, adminPasskeys);
  return {
    name,
    role,
    ...(role === 'reviewer' && campaigns !== null && { campaigns: JSON.parse(campaigns) as string[] }),
    ...(needs && { needs })
  };
}
