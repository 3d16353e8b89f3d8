import { sandboxSchema } from '$lib/api/contracts/payment';
import { jsonBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** The payer's answer on the sandbox's page. The sandbox then tells of it by a signed callback, as a provider does. */
export const POST = route(
  { access: 'anyone', limit: 'share', body: jsonBody(sandboxSchema), answers: [200] },
  async ({ body: { order, outcome }, services }) => {
    const { sandbox, payments } = await services();
    if (!sandbox?.find(order)) throw new Refusal('payment.unknown');
    if (outcome !== 'decline' && sandbox.pay(order) && outcome === 'pay') {
      const notice = sandbox.notice(order);
      await payments.callback('sandbox', notice.headers, notice.body);
    }
    return json({ state: sandbox.find(order)!.state }, 200);
  }
);
