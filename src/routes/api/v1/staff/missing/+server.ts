import { Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignIn } from '$lib/server/review/campaign';
import { askedIn } from '$lib/server/review/export/asked';
import { missingTable } from '$lib/server/review/export/missing-table';
import { csvOf, rowsOfWorkbook, workbooksOf } from '$lib/server/review/export/tables';
import { recordAct } from '$lib/server/store/staff-audit';
import { iso } from '$lib/server/time';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** Who is on the list without an approved photo, of a class or of all, as CSV or as XLSX. */
export const GET = route(
  { access: 'admin', limit: 'none', answers: [200] },
  async ({ url, staff, services }) => {
    const { db, campaigns } = await services();
    const campaign = await campaignIn(url, campaigns, staff);
    const { wanted } = askedIn(url);
    const kind = url.searchParams.get('as') === 'xlsx' ? 'xlsx' : 'csv';
    const table = await missingTable(db, campaign, wanted.class);
    if (kind === 'xlsx' && table.length > rowsOfWorkbook) throw new Refusal('list.tooLong');
    const at = iso();
    await db.transaction((sql) =>
      recordAct(sql, { at, who: staff.name, act: 'missing.exported', subject: campaign.code })
    );
    const file = kind === 'csv' ? csvOf(table) : (await workbooksOf(table).next()).value;
    if (!file) throw new Refusal('server.unavailable');
    const name = `${campaign.institution.code}-${campaign.code}-${at.slice(0, 10)}-missing.${kind}`;
    return new Response(file, {
      headers: {
        'content-type': types[kind],
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store'
      }
    });
  }
);
