import { publicPart } from '$lib/api/contracts/campaign';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** What students may know of a campaign. */
export const GET: RequestHandler = ({ params }) =>
  answered(async () => {
    const campaign = await (await services()).campaigns.find(params.code);
    if (!campaign) throw new Refusal('campaign.unknown');
    return json(publicPart(campaign), 200);
  });
