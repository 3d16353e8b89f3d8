import { readJson } from '$lib/server/http/body';
import { countAddress } from '$lib/server/http/limits';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { permitSchema } from '$lib/submission/permit';
import type { RequestHandler } from './$types';

/** A permit to finish photos, by what was told of earlier ones. */
export const POST: RequestHandler = ({ request, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const { campaign: code, subject } = await readJson(request, permitSchema);
    const { campaigns, quota } = await services();
    const campaign = await campaigns.find(code);
    if (!campaign) throw new Refusal('campaign.unknown');
    return json(await quota.issue(campaign, subject), 200);
  });
