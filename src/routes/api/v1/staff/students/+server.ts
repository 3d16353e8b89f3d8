import type { Imported } from '$lib/api/contracts/admin';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { campaignIn } from '$lib/server/review/campaign';
import { maxListBytes, readList, saveList } from '$lib/server/review/list';
import { services } from '$lib/server/services';
import { recordAct } from '$lib/server/staff/audit';
import type { RequestHandler } from './$types';

/** Takes the unit's list of students in: the body is a CSV or XLSX file. */
export const POST: RequestHandler = ({ request, url, locals }) =>
  answered(async () => {
    const { db, campaigns } = await services();
    const campaign = await campaignIn(url, campaigns);
    const file = new Uint8Array(
      await request.arrayBuffer().catch(() => {
        // cut off by the limit on bodies
        throw new Refusal('request.tooLarge');
      })
    );
    if (file.length > maxListBytes) throw new Refusal('request.tooLarge');
    const { students, skipped } = await readList(file);
    const saved = await saveList(db, campaign.code, students);
    await db.transaction((sql) =>
      recordAct(sql, {
        at: new Date().toISOString(),
        who: locals.staff!.name,
        act: 'list.imported',
        subject: campaign.code
      })
    );
    const answer: Imported = { ...saved, skipped: skipped.slice(0, 100) };
    return json(answer, 200);
  });
