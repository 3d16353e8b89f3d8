import { exportSchema, type ExportPreview } from '$lib/api/contracts/admin';
import { jsonBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { maySee } from '$lib/server/review/campaign';
import { approvedClasses, countExportable } from '$lib/server/store/exportable';
import { countLimit } from '$lib/server/store/review-queue';

/** Classes a choice offers at most. */
const maxClasses = 1000;

/** Tells what an export would hold, and hands nothing over. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(exportSchema), answers: [200] },
  async ({ body, staff, services }) => {
    const { db, campaigns } = await services();
    const campaign = await campaigns.find(body.campaign);
    if (!campaign || !maySee(staff, campaign.code)) throw new Refusal('campaign.unknown');
    const { code, institution, review } = campaign;
    const answer: ExportPreview = {
      photos: await countExportable(db, { ...body, campaign: code }, review.undoSeconds, countLimit),
      countLimit,
      classes: await approvedClasses(db, code, maxClasses),
      institution
    };
    return json(answer, 200);
  }
);
