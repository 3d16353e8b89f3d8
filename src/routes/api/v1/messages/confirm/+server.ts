import { unsubscribeSchema } from '$lib/api/contracts/messages';
import { jsonBody } from '$lib/server/http/body';
import { empty } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Whoever has the token that was sent to an address says that messages may go there. */
export const POST = route(
  { access: 'anyone', limit: 'anybody', body: jsonBody(unsubscribeSchema), answers: [204] },
  async ({ body, services }) => {
    await (await services()).messages.confirm(body.token);
    return empty();
  }
);
