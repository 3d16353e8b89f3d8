import { enrolmentOfSchema, enrolmentPhotoSchema, maxEnrolmentBody } from '$lib/api/contracts/enrolment';
import { fromBase64 } from '$lib/api/base64';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignNamed } from '$lib/server/review/campaign';

/** Keeps the enrolment photo of one number on the campaign's list. */
export const PUT = route(
  { access: 'admin', limit: 'none', body: jsonBody(enrolmentPhotoSchema, maxEnrolmentBody), answers: [200] },
  async ({ body: { campaign: code, studentNumber, photo }, staff, services }) => {
    const { campaigns, enrolment } = await services();
    const campaign = await campaignNamed(code, campaigns, staff);
    await enrolment.put({ campaign: campaign.code, studentNumber, file: fromBase64(photo) }, staff.name);
    return json({}, 200);
  }
);

/** Removes every enrolment photo of a campaign. */
export const DELETE = route(
  { access: 'admin', limit: 'none', body: jsonBody(enrolmentOfSchema), answers: [200] },
  async ({ body, staff, services }) => {
    const { campaigns, enrolment } = await services();
    const campaign = await campaignNamed(body.campaign, campaigns, staff);
    return json({ removed: await enrolment.removeAll(campaign.code, staff.name) }, 200);
  }
);
