import { empty } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { clearStudent, readStudent } from '$lib/server/signin/cookies';
import { accountOf } from '$lib/server/signin/request';

/** Signs out here, or with `?all=1` everywhere. */
export const DELETE = route(
  { access: 'anyone', limit: 'share', answers: [204] },
  async ({ event, url, services }) => {
    const { accounts } = await services();
    const token = readStudent(event.cookies, url, 'session');
    const accountId = await accountOf(event, accounts);
    if (token) await accounts.signOut(token);
    if (accountId && url.searchParams.get('all') === '1') await accounts.signOutAll(accountId);
    clearStudent(event.cookies, url, 'session');
    return empty();
  }
);
