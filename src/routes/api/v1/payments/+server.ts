import { orderSchema } from '$lib/api/contracts/payment';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { accountOf } from '$lib/server/signin/request';

/** What a campaign asks for, and how it may be paid here. */
export const GET = route({ access: 'anyone', limit: 'share', answers: [200] }, async ({ url, services }) => {
  const { payments } = await services();
  return json(await payments.fee(url.searchParams.get('campaign') ?? 'default'), 200);
});

/** The student's order. */
export const POST = route(
  { access: 'key', limit: 'anybody', body: jsonBody(orderSchema), answers: [200] },
  async ({ event, address, body, key, services }) => {
    const { payments, accounts } = await services();
    const accountId = await accountOf(event, accounts);
    const openid = accountId ? await accounts.openid(accountId) : undefined;
    return json(await payments.order(body, key, { address, openid, accountId: accountId ?? undefined }), 200);
  }
);
