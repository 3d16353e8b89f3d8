import { matchSchema } from '$lib/api/contracts/bulk';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignNamed } from '$lib/server/review/campaign';

/** Which of some numbers are on the unit's list, and which enrolment photos are there. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(matchSchema), answers: [200] },
  async ({ body: { campaign: code, numbers }, staff, services }) => {
    const { campaigns, enrolment } = await services();
    const campaign = await campaignNamed(code, campaigns, staff);
    return json(await enrolment.match(campaign.code, [...new Set(numbers)]), 200);
  }
);
