import { metricsToken } from '$lib/server/config';
import { answered, Refusal } from '$lib/server/http/problem';
import { mayCollect, metricsText } from '$lib/server/metrics';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** For Prometheus, to the bearer of `GRADFRAME_METRICS_TOKEN`; nobody's while that is not set. */
export const GET: RequestHandler = ({ request }) =>
  answered(async () => {
    const token = metricsToken();
    if (!token || !mayCollect(token, request.headers.get('authorization')))
      throw new Refusal('request.unauthorised');
    const { type, text } = await metricsText(await services());
    return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
  });
