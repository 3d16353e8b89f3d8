import { createHash, timingSafeEqual } from 'node:crypto';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { csrfHeader, type StaffSession } from '$lib/api/contracts/staff';
import { problemResponse } from '../http/problem';
import type { StaffAccounts } from '../staff/accounts';
import { readCookie } from '../staff/cookie';
import { accessOf, isStaffRoute } from './table';

/** The token that proves a request came from the console's own pages; it follows from the session and tells nothing of it. */
export const csrfOf = (token: string) => createHash('sha256').update(`csrf:${token}`).digest('base64url');

/** Whose session the request's cookie is, or null. */
export async function sessionOf(
  { cookies }: Pick<RequestEvent, 'cookies'>,
  staff: StaffAccounts
): Promise<StaffSession | null> {
  const token = readCookie(cookies);
  const member = token ? await staff.session(token) : null;
  return member && token ? { ...member, csrf: csrfOf(token) } : null;
}

/**
 * The one check of the staff's routes. Answers the refusal, or null when the handler may run; who is signed in is
 * then in `locals.staff`.
 *
 * @throws Redirect from a page to the sign-in page
 */
export async function guard(
  event: RequestEvent,
  accounts: () => Promise<StaffAccounts>
): Promise<Response | null> {
  event.locals.staff = null;
  const route = event.route.id;
  if (!route || !isStaffRoute(route)) return null;
  const { request, url } = event;
  const reads = ['GET', 'HEAD'].includes(request.method);
  const origin = request.headers.get('origin');
  if (!reads && origin !== null && origin !== url.origin) return problemResponse('staff.forged');
  const access = accessOf(route, request.method);
  if (access === 'anyone') return null;
  const session = await accounts().then((staff) => sessionOf(event, staff));
  const allowed = session && access && (access !== 'admin' || session.role === 'admin');
  if (!allowed) {
    const page = !route.startsWith('/api/');
    if (page && !session) redirect(303, '/review/sign-in');
    if (page) redirect(303, '/review');
    return problemResponse(session ? 'staff.forbidden' : 'staff.signIn');
  }
  if (!reads && !same(request.headers.get(csrfHeader) ?? '', session.csrf))
    return problemResponse('staff.forged');
  event.locals.staff = session;
  return null;
}

const same = (a: string, b: string) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
};
