import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { accountOf } from '$lib/server/signin/request';
import { accountView } from '$lib/server/signin/view';

export const GET = route(
  { access: 'anyone', limit: 'share', answers: [200] },
  async ({ event, services }) => {
    const all = await services();
    const accountId = await accountOf(event, all.accounts);
    const providers = all.signIn.map(({ id }) => id);
    return json(await accountView(accountId, providers, all), 200);
  }
);
