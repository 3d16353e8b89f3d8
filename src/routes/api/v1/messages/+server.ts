import type { Offered } from '$lib/api/contracts/messages';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Which ways there are to hear the outcome. */
export const GET: RequestHandler = () =>
  answered(async () => {
    const { senders } = await services();
    const email = senders.on.some(({ kind }) => kind === 'email');
    return json({ push: senders.pushKey, email } satisfies Offered, 200);
  });
