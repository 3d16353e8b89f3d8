import type { Imported } from '$lib/api/contracts/admin';
import { bytesBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignIn } from '$lib/server/review/campaign';
import { maxListBytes, readList } from '$lib/server/review/list/read';
import { saveList } from '$lib/server/store/student-list';
import { recordAct } from '$lib/server/store/staff-audit';
import { iso } from '$lib/server/time';

/** Takes the unit's list of students in: the body is a CSV or XLSX file. */
export const POST = route(
  { access: 'admin', limit: 'none', body: bytesBody(maxListBytes), answers: [200] },
  async ({ url, body: file, staff, services }) => {
    const { db, campaigns } = await services();
    const campaign = await campaignIn(url, campaigns, staff);
    const { students, skipped } = await readList(file);
    // A file without a usable row never empties a good list.
    if (students.length === 0) throw new Refusal('list.empty');
    const saved = await saveList(db, campaign.code, students);
    await db.transaction((sql) =>
      recordAct(sql, {
        at: iso(),
        who: staff.name,
        act: 'list.imported',
        subject: campaign.code
      })
    );
    const answer: Imported = {
      ...saved,
      skipped: skipped.slice(0, 100),
      skippedCount: skipped.length
    };
    return json(answer, 200);
  }
);
