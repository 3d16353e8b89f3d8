import { isSubject, subjectHeader } from '$lib/api/contracts/permit';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** A permit to finish photos, by what was told of earlier ones. */
export const GET = route(
  { access: 'anyone', limit: 'share', answers: [200] },
  async ({ request, url, services }) => {
    const subject = request.headers.get(subjectHeader) ?? '';
    if (!isSubject(subject)) throw new Refusal('request.malformed');
    const { campaigns, quota } = await services();
    const campaign = await campaigns.find(url.searchParams.get('campaign') ?? 'default');
    if (!campaign) throw new Refusal('campaign.unknown');
    return json(await quota.issue(campaign, subject), 200);
  }
);
