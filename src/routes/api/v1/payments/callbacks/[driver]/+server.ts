import { answered } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** What a provider sends; who it is from is told by its signature alone. */
export const POST: RequestHandler = ({ request, params }) =>
  answered(async () => {
    const { payments } = await services();
    return payments.callback(params.driver, request.headers, await request.text());
  });
