import * as v from 'valibot';
import { sandboxSchema } from '$lib/api/contracts/payment';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** The payer's answer on the sandbox's page. The sandbox then tells of it by a signed callback, as a provider does. */
export const POST: RequestHandler = ({ request }) =>
  answered(async () => {
    const { sandbox, payments } = await services();
    // Not JSON: refused below.
    const body = v.safeParse(sandboxSchema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    const { order, outcome } = body.output;
    if (!sandbox?.find(order)) throw new Refusal('payment.unknown');
    if (outcome !== 'decline' && sandbox.pay(order) && outcome === 'pay') {
      const notice = sandbox.notice(order);
      await payments.callback('sandbox', notice.headers, notice.body);
    }
    return json({ state: sandbox.find(order)!.state }, 200);
  });
