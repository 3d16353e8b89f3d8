import * as v from 'valibot';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

const schema = v.strictObject({
  order: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** `lost`: paid, and nothing is told; `decline`: the payer goes back without paying. */
  outcome: v.picklist(['pay', 'lost', 'decline'])
});

/** The payer's answer on the sandbox's page. The sandbox then tells of it by a signed callback, as a provider does. */
export const POST: RequestHandler = ({ request }) =>
  answered(async () => {
    const { sandbox, payments } = await services();
    // Not JSON: refused below.
    const body = v.safeParse(schema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    const { order, outcome } = body.output;
    if (!sandbox?.find(order)) throw new Refusal('payment.unknown');
    if (outcome !== 'decline' && sandbox.pay(order) && outcome === 'pay') {
      const notice = sandbox.notice(order);
      await payments.callback('sandbox', notice.headers, notice.body);
    }
    return json({ state: sandbox.find(order)!.state }, 200);
  });
