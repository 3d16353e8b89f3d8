import { unsubscribeSchema } from '$lib/api/contracts/messages';
import { jsonBody } from '$lib/server/http/body';
import { empty } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Whoever has the token of a message ends it. */
export const POST = route(
  { access: 'anyone', limit: 'anybody', body: jsonBody(unsubscribeSchema), answers: [204] },
  async ({ body, services }) => {
    await (await services()).messages.unsubscribe(body.token);
    return empty();
  }
);
