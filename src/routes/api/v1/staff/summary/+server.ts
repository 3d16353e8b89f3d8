import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignIn } from '$lib/server/review/campaign';

export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ url, staff, services }) => {
    const { desk, campaigns } = await services();
    return json(await desk.summary((await campaignIn(url, campaigns, staff)).code), 200);
  }
);
