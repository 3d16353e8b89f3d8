import { answered, json } from '$lib/server/http/problem';
import { campaignIn } from '$lib/server/review/campaign';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ url }) =>
  answered(async () => {
    const { desk, campaigns } = await services();
    return json(await desk.summary((await campaignIn(url, campaigns)).code), 200);
  });
