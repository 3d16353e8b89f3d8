import type { RequestEvent } from '@sveltejs/kit';
import { Refusal } from '../http/problem';
import type { StudentAccounts } from './accounts';
import { readStudent, setStudent } from './cookies';

/** The account of the request's session, or null; a changed token goes into the cookie at once. */
export async function accountOf(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  accounts: StudentAccounts
): Promise<string | null> {
  const token = readStudent(cookies, 'session');
  const session = token ? await accounts.session(token) : null;
  if (session?.fresh) setStudent(cookies, url, 'session', session.fresh);
  return session?.accountId ?? null;
}

/** Another site's page may not act for the student. @throws Refusal `request.unauthorised` */
export function sameOrigin({ request, url }: Pick<RequestEvent, 'request' | 'url'>): void {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== url.origin) throw new Refusal('request.unauthorised');
}
