import type { ListPreview } from '$lib/api/contracts/admin';
import { bytesBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { campaignIn } from '$lib/server/review/campaign';
import { maxListBytes, readList } from '$lib/server/review/list/read';
import { compareList } from '$lib/server/store/student-list';

/** Tells what importing a list would change, and changes nothing. */
export const POST = route(
  { access: 'admin', limit: 'none', body: bytesBody(maxListBytes), answers: [200] },
  async ({ url, body: file, staff, services }) => {
    const { db, campaigns } = await services();
    const { code } = await campaignIn(url, campaigns, staff);
    const { students, skipped, sheet, otherSheets } = await readList(file);
    const answer: ListPreview = {
      students: students.length,
      ...(await compareList(db, code, students)),
      skipped: skipped.slice(0, 100),
      skippedCount: skipped.length,
      ...(sheet !== undefined && { sheet, otherSheets: otherSheets ?? [] })
    };
    return json(answer, 200);
  }
);
