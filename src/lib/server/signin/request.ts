import type { RequestEvent } from '@sveltejs/kit';
import type { StudentAccounts } from './accounts';
import { readStudent, setStudent } from './cookies';

/** The account of the request's session, or null; a changed token goes into the cookie at once. */
export async function accountOf(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  accounts: StudentAccounts
): Promise<string | null> {
  const token = readStudent(cookies, url, 'session');
  const session = token ? await accounts.session(token) : null;
  if (session?.fresh) setStudent(cookies, url, 'session', session.fresh);
  return session?.accountId ?? null;
}
