import { remindSchema } from '$lib/api/contracts/overview';
import { jsonBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignIn, maySee } from '$lib/server/review/campaign';

/** How many students of a campaign a reminder would go to now. */
export const GET = route(
  { access: 'admin', limit: 'none', answers: [200] },
  async ({ url, staff, services }) => {
    const { campaigns, reminders } = await services();
    const { code } = await campaignIn(url, campaigns, staff);
    return json({ students: await reminders.due(code) }, 200);
  }
);

/** Reminds them: a message each goes into the outbox. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(remindSchema), answers: [200] },
  async ({ body, staff, services }) => {
    if (!maySee(staff, body.campaign)) throw new Refusal('campaign.unknown');
    return json({ students: await (await services()).reminders.remind(body.campaign, staff.name) }, 200);
  }
);
