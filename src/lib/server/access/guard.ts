import { createHash } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { csrfHeader, type StaffSession } from '$lib/api/contracts/staff';
import { sameHash } from '../crypto';
import { Refusal } from '../http/problem';
import type { StaffAccounts } from '../staff/accounts';
import { readCookie } from '../staff/cookie';
import { isConsolePage, isStaffRoute, pageAccess, type Access, type StaffAccess } from './access';

/** CSRF token of the console: the SHA-256 of the session token, which cannot be told from it. */
export const csrfOf = (token: string) => createHash('sha256').update(`csrf:${token}`).digest('base64url');

/** Whose session the request's cookie is, or null. */
export async function sessionOf(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  staff: StaffAccounts
): Promise<StaffSession | null> {
  const token = readCookie(cookies, url);
  const member = token ? await staff.session(token) : null;
  return member && token ? { ...member, csrf: csrfOf(token) } : null;
}

/** Whether a request that could change something on the staff's routes names another origin. */
export const isForged = ({ request, url, route }: RequestEvent): boolean => {
  const origin = request.headers.get('origin');
  return isStaffRoute(route.id ?? '') && !isReading(request) && origin !== null && origin !== url.origin;
};

/**
 * Who is signed in, of the role that an endpoint wants.
 *
 * @throws Refusal `staff.signIn`, `staff.passkeyNeeded`, `staff.forbidden`, `staff.forged`
 */
export async function staffOf(
  event: RequestEvent,
  access: StaffAccess,
  accounts: () => Promise<StaffAccounts>
): Promise<StaffSession> {
  const session = await sessionOf(event, await accounts());
  if (!session) throw new Refusal('staff.signIn');
  if (lacksPasskey(access, session)) throw new Refusal('staff.passkeyNeeded');
  if (!allows(access, session)) throw new Refusal('staff.forbidden');
  if (!isReading(event.request) && !sameHash(event.request.headers.get(csrfHeader) ?? '', session.csrf))
    throw new Refusal('staff.forged');
  return session;
}

/**
 * The check of the console's pages.
 *
 * @throws Redirect to the sign-in page, to one's own account where a passkey is wanted, or to the console's first
 */
export async function guardPage(event: RequestEvent, accounts: () => Promise<StaffAccounts>): Promise<void> {
  const route = event.route.id;
  if (!route || !isConsolePage(route)) return;
  const access = pageAccess(route);
  if (access === 'anyone') return;
  const session = await sessionOf(event, await accounts());
  if (!session) redirect(303, '/review/sign-in');
  if (lacksPasskey(access, session)) redirect(303, '/review/account');
  if (!allows(access, session)) redirect(303, '/review');
}

const isReading = (request: Request) => ['GET', 'HEAD'].includes(request.method);
/** An admin's session that has yet to show a passkey reaches one's own account and nothing else. */
const lacksPasskey = (access: Access | null, { needs }: StaffSession) =>
  needs !== undefined && access !== 'staff';
const allows = (access: Access | null, { role }: StaffSession) =>
  access === 'staff' || access === 'reviewer' || (access === 'admin' && role === 'admin');
