import type { Offered } from '$lib/api/contracts/messages';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Which ways there are to hear the outcome. */
export const GET = route({ access: 'anyone', limit: 'share', answers: [200] }, async ({ services }) => {
  const { senders } = await services();
  const email = senders.on.some(({ kind }) => kind === 'email');
  return json({ push: senders.pushKey, email } satisfies Offered, 200);
});
