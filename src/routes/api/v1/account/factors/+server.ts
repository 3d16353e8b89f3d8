import { factorSchema } from '$lib/api/contracts/account';
import { jsonBody } from '$lib/server/http/body';
import { empty, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readStudent } from '$lib/server/signin/cookies';
import { accountOf } from '$lib/server/signin/request';

/** Takes a way to sign in away, by whoever has shown a moment ago who they are. Every other session ends. */
export const DELETE = route(
  { access: 'anyone', limit: 'anybody', body: jsonBody(factorSchema), answers: [204] },
  async ({ event, url, body, services }) => {
    const { accounts } = await services();
    const accountId = await accountOf(event, accounts);
    const token = readStudent(event.cookies, url, 'session');
    if (!accountId || !token) throw new Refusal('account.signIn');
    await accounts.removeFactor(accountId, token, body);
    return empty();
  }
);
