import * as v from 'valibot';
import { orderSchema } from '$lib/api/contracts/payment';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { accountOf } from '$lib/server/signin/request';
import { readKey } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

/** What a campaign asks for, and how it may be paid here. */
export const GET: RequestHandler = ({ url }) =>
  answered(async () => {
    const { payments } = await services();
    return json(await payments.fee(url.searchParams.get('campaign') ?? 'default'), 200);
  });

/** The student's order. */
export const POST: RequestHandler = (event) =>
  answered(async () => {
    const { request } = event;
    const key = readKey(request);
    // Not JSON: refused below.
    const body = v.safeParse(orderSchema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    const { payments, accounts } = await services();
    const accountId = await accountOf(event, accounts);
    const openid = accountId ? await accounts.openid(accountId) : undefined;
    return json(await payments.order(body.output, key, { address: event.getClientAddress(), openid }), 200);
  });
