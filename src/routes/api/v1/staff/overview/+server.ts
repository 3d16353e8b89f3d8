import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignIn } from '$lib/server/review/campaign';
import { overviewOf } from '$lib/server/review/overview/overview';

/** No clock on earth is further from UTC, minutes. */
const maxZone = 14 * 60;

/** How far a campaign has come. */
export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ url, staff, services }) => {
    const { db, campaigns } = await services();
    const campaign = await campaignIn(url, campaigns, staff);
    const zone = Math.trunc(Number(url.searchParams.get('zone')));
    return json(await overviewOf(db, campaign, Math.abs(zone) <= maxZone ? zone : 0), 200);
  }
);
