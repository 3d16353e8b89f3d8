import { route } from '$lib/server/http/route';
import { log } from '$lib/server/log';
import { campaignIn } from '$lib/server/review/campaign';
import { askedIn } from '$lib/server/review/export/asked';
import { exportZip } from '$lib/server/review/export/zip';
import { recordAct } from '$lib/server/store/staff-audit';
import { iso } from '$lib/server/time';

/** The approved photos, as a ZIP that streams: never all in memory. */
export const GET = route(
  { access: 'admin', limit: 'none', answers: [200] },
  async ({ url, staff, services }) => {
    const { db, files, campaigns } = await services();
    const campaign = await campaignIn(url, campaigns, staff);
    const asked = askedIn(url);
    const at = iso();
    await db.transaction((sql) =>
      recordAct(sql, { at, who: staff.name, act: 'photos.exported', subject: campaign.code })
    );
    const missing = (submission: string) => log.error('export.photoMissing', undefined, { submission });
    const name = `${campaign.institution.code}-${campaign.code}-${at.slice(0, 10)}.zip`;
    return new Response(exportZip({ db, files, campaign, missing, ...asked }), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store'
      }
    });
  }
);
