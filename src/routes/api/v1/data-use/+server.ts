import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Which other systems this server is set up to tell something, for the notice: `AREA.DRIVER`. */
export const GET: RequestHandler = () =>
  answered(async () => {
    const { payments, senders, signIn } = await services();
    return json(
      [
        ...payments.providers.map((id) => `payment.${id}`),
        ...senders.on.map(({ kind }) => `message.${kind}`),
        ...signIn.map(({ id }) => `signIn.${id}`)
      ],
      200
    );
  });
