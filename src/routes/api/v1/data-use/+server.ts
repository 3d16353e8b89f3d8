import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Which other systems this server is set up to tell something, for the notice: `AREA.DRIVER`. */
export const GET = route({ access: 'anyone', limit: 'share', answers: [200] }, async ({ services }) => {
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
