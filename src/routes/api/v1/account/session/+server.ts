import { answered } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { clearStudent, readStudent } from '$lib/server/signin/cookies';
import { accountOf } from '$lib/server/signin/request';
import type { RequestHandler } from './$types';

/** Signs out here, or with `?all=1` everywhere. */
export const DELETE: RequestHandler = (event) =>
  answered(async () => {
    const { accounts } = await services();
    const token = readStudent(event.cookies, 'session');
    const accountId = await accountOf(event, accounts);
    if (token) await accounts.signOut(token);
    if (accountId && event.url.searchParams.get('all') === '1') await accounts.signOutAll(accountId);
    clearStudent(event.cookies, event.url, 'session');
    return new Response(null, { status: 204 });
  });
