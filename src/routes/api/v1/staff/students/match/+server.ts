import { matchSchema } from '$lib/api/contracts/bulk';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignNamed } from '$lib/server/review/campaign';
import { matchList } from '$lib/server/store/matched';

/** Which of some numbers are on the unit's list, for studio photos that are named by them. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(matchSchema), answers: [200] },
  async ({ body: { campaign: code, numbers }, staff, services }) => {
    const { db, campaigns } = await services();
    const campaign = await campaignNamed(code, campaigns, staff);
    return json(await matchList(db, campaign.code, [...new Set(numbers)]), 200);
  }
);
