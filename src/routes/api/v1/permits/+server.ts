import { countAddress } from '$lib/server/http/limits';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { isSubject, subjectHeader } from '$lib/api/contracts/permit';
import type { RequestHandler } from './$types';

/** A permit to finish photos, by what was told of earlier ones. */
export const GET: RequestHandler = ({ request, url, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const subject = request.headers.get(subjectHeader) ?? '';
    if (!isSubject(subject)) throw new Refusal('request.malformed');
    const { campaigns, quota } = await services();
    const campaign = await campaigns.find(url.searchParams.get('campaign') ?? 'default');
    if (!campaign) throw new Refusal('campaign.unknown');
    return json(await quota.issue(campaign, subject), 200);
  });
