import * as v from 'valibot';
import { bindSchema } from '$lib/api/contracts/account';
import { answered, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { setStudent } from '$lib/server/signin/cookies';
import { accountOf } from '$lib/server/signin/request';
import { readId, readKey } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

/** Whoever holds a submission's key binds its registration to their account. */
export const POST: RequestHandler = (event) =>
  answered(async () => {
    const key = readKey(event.request);
    const body = v.safeParse(
      bindSchema,
      await event.request.json().catch(() => null) // not JSON: refused below
    );
    if (!body.success) throw new Refusal('request.malformed');
    const { accounts, submissions } = await services();
    const { campaign, studentNumber } = await submissions.opened(readId(body.output.id), key);
    let accountId = await accountOf(event, accounts);
    if (!accountId) {
      const begun = await accounts.begin();
      accountId = begun.accountId;
      setStudent(event.cookies, event.url, 'session', begun.token);
    }
    await accounts.bind(accountId, campaign, studentNumber);
    return new Response(null, { status: 204 });
  });
