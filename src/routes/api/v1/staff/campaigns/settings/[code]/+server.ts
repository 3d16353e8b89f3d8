import {
  campaignStepSchema,
  changedCampaignSchema,
  maxCampaignBytes
} from '$lib/api/contracts/campaign-admin';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Other settings. */
export const PUT = route(
  { access: 'admin', limit: 'none', body: jsonBody(changedCampaignSchema, maxCampaignBytes), answers: [200] },
  async ({ params: { code }, body: { revision, campaign }, staff, services }) =>
    json(await (await services()).campaignAdmin.change(code, revision, campaign, staff.name), 200)
);

/** Closes it, opens it again, puts it away, brings it back, or makes it the one of students who name none. */
export const PATCH = route(
  { access: 'admin', limit: 'none', body: jsonBody(campaignStepSchema), answers: [200] },
  async ({ params: { code }, body: { revision, step }, staff, services }) =>
    json(await (await services()).campaignAdmin.step(code, revision, step, staff.name), 200)
);
