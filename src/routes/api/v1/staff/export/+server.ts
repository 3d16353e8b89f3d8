import { answered } from '$lib/server/http/problem';
import { log } from '$lib/server/log';
import { campaignIn } from '$lib/server/review/campaign';
import { exportZip } from '$lib/server/review/export';
import { services } from '$lib/server/services';
import { recordAct } from '$lib/server/staff/audit';
import type { RequestHandler } from './$types';

/** The approved photos, as a ZIP that streams: never all in memory. */
export const GET: RequestHandler = ({ url, locals }) =>
  answered(async () => {
    const { db, files, campaigns } = await services();
    const campaign = await campaignIn(url, campaigns);
    const at = new Date().toISOString();
    await db.transaction((sql) =>
      recordAct(sql, { at, who: locals.staff!.name, act: 'photos.exported', subject: campaign.code })
    );
    const missing = (submission: string) => log.error('export.photoMissing', undefined, { submission });
    const name = `${campaign.institution.code}-${campaign.code}-${at.slice(0, 10)}.zip`;
    return new Response(exportZip(db, files, campaign, missing), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store'
      }
    });
  });
