import * as v from 'valibot';
import { signInSchema, type SessionState, type StaffSession } from '$lib/api/contracts/staff';
import { csrfOf, sessionOf } from '$lib/server/access/guard';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { clearCookie, readCookie, setCookie } from '$lib/server/staff/cookie';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answered(async () => {
    const { staff, staffSignIn } = await services();
    const session = await sessionOf(event, staff);
    const state: SessionState = {
      session,
      accounts: session !== null || (await staff.any()),
      sso: staffSignIn !== null
    };
    return json(state, 200);
  });

/** Signs in, with a new password where one is given. */
export const POST: RequestHandler = ({ request, cookies, url, getClientAddress }) =>
  answered(async () => {
    // Not JSON: refused below.
    const body = v.safeParse(signInSchema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    const { name, password, fresh } = body.output;
    const { staff } = await services();
    if (fresh !== undefined) await staff.changePassword(name, password, fresh, getClientAddress());
    const token = await staff.signIn(name, fresh ?? password, getClientAddress(), readCookie(cookies));
    setCookie(cookies, url, token);
    const session: StaffSession = { ...(await staff.session(token))!, csrf: csrfOf(token) };
    return json(session, 200);
  });

/** Signs out. */
export const DELETE: RequestHandler = ({ cookies, url }) =>
  answered(async () => {
    await (await services()).staff.signOut(readCookie(cookies)!);
    clearCookie(cookies, url);
    return json({}, 200);
  });
