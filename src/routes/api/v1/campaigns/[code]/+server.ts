import { publicPart } from '$lib/api/contracts/campaign';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** What students may know of a campaign. */
export const GET = route(
  { access: 'anyone', limit: 'share', answers: [200] },
  async ({ params, services }) => {
    const campaign = await (await services()).campaigns.find(params.code);
    if (!campaign) throw new Refusal('campaign.unknown');
    return json(publicPart(campaign), 200);
  }
);
