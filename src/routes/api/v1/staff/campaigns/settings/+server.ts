import { maxCampaignBytes, newCampaignSchema, type AllCampaigns } from '$lib/api/contracts/campaign-admin';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Every campaign with all of its settings. */
export const GET = route({ access: 'admin', limit: 'none', answers: [200] }, async ({ services }) => {
  const { campaigns, campaignTerms } = await services();
  const answer: AllCampaigns = { ...campaignTerms, campaigns: await campaigns.kept() };
  return json(answer, 200);
});

/** Makes one. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(newCampaignSchema, maxCampaignBytes), answers: [201] },
  async ({ body: { campaign }, staff, services }) =>
    json(await (await services()).campaignAdmin.create(campaign, staff.name), 201)
);
