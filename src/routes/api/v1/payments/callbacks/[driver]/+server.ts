import { textBody } from '$lib/server/http/body';
import { route } from '$lib/server/http/route';

/** What a provider sends; who it is from is told by its signature alone. */
export const POST = route(
  { access: 'anyone', limit: 'share', body: textBody(), answers: [200, 204] },
  async ({ request, params, body, services }) =>
    (await services()).payments.callback(params.driver, request.headers, body)
);
