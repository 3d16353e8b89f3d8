import { bindSchema } from '$lib/api/contracts/account';
import { jsonBody } from '$lib/server/http/body';
import { empty } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { setStudent } from '$lib/server/signin/cookies';
import { accountOf } from '$lib/server/signin/request';

/** Whoever holds a submission's key binds it to their account. */
export const POST = route(
  { access: 'key', limit: 'share', body: jsonBody(bindSchema), answers: [204] },
  async ({ event, body, key, services }) => {
    const { accounts, submissions } = await services();
    const submission = await submissions.opened(body.id, key);
    let accountId = await accountOf(event, accounts);
    if (!accountId) {
      const begun = await accounts.begin();
      accountId = begun.accountId;
      setStudent(event.cookies, event.url, 'session', begun.token);
    }
    await accounts.bind(accountId, submission);
    return empty();
  }
);
