import { metricsToken } from '$lib/server/config';
import { Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { mayCollect, metricsText } from '$lib/server/metrics';

/** For Prometheus, to the bearer of `GRADFRAME_METRICS_TOKEN`; nobody's while that is not set. */
export const GET = route(
  { access: 'collector', limit: 'none', answers: [200] },
  async ({ request, services }) => {
    const token = metricsToken();
    if (!token || !mayCollect(token, request.headers.get('authorization')))
      throw new Refusal('request.unauthorised');
    const { type, text } = await metricsText(await services());
    return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
  }
);
