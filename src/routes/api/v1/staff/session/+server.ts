import { signInSchema, type SessionState, type StaffSession } from '$lib/api/contracts/staff';
import { csrfOf, sessionOf } from '$lib/server/access/guard';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { clearCookie, readCookie, readDevice, setCookie, setDevice } from '$lib/server/staff/cookie';

export const GET = route({ access: 'anyone', limit: 'none', answers: [200] }, async ({ event, services }) => {
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
export const POST = route(
  { access: 'anyone', limit: 'none', body: jsonBody(signInSchema, 8 * 1024), answers: [200] },
  async ({ event, url, address, body: { name, password, fresh }, services }) => {
    const { staff } = await services();
    const device = readDevice(event.cookies, url);
    if (fresh !== undefined) await staff.changePassword(name, password, fresh, address, device);
    const earlier = readCookie(event.cookies, url);
    const token = await staff.signIn(name, fresh ?? password, address, earlier, device);
    setCookie(event.cookies, url, token);
    setDevice(event.cookies, url, await staff.remember(name, device));
    const session: StaffSession = { ...(await staff.session(token))!, csrf: csrfOf(token) };
    return json(session, 200);
  }
);

/** Signs out. */
export const DELETE = route(
  { access: 'staff', limit: 'none', answers: [200] },
  async ({ event, url, services }) => {
    await (await services()).staff.signOut(readCookie(event.cookies, url)!);
    clearCookie(event.cookies, url);
    return json({}, 200);
  }
);
