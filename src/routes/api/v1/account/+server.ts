import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { accountOf } from '$lib/server/signin/request';
import { accountView } from '$lib/server/signin/view';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  answered(async () => {
    const all = await services();
    const accountId = await accountOf(event, all.accounts);
    return json(
      await accountView(
        accountId,
        all.signIn.map(({ id }) => id),
        all
      ),
      200
    );
  });
