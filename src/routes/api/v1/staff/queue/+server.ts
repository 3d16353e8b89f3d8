import { queueSchema } from '$lib/api/contracts/staff';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { recordAct } from '$lib/server/staff/audit';
import { keyedHash } from '$lib/server/store/keyed';
import { iso } from '$lib/server/time';

export const POST = route(
  { access: 'reviewer', limit: 'none', body: jsonBody(queueSchema), answers: [200] },
  async ({ body, staff, services }) => {
    const { db, desk } = await services();
    const page = await desk.queue(body, staff);
    // A search finds what is masked, letter by letter: that it was made is told, not what for.
    if (body.text && !body.after)
      await db.transaction(async (sql) => {
        const hash = await keyedHash(sql, 'searches', `${body.campaign} ${body.text}`);
        const at = iso();
        await recordAct(sql, { at, who: staff.name, act: 'queue.searched', subject: hash.slice(0, 16) });
      });
    return json(page, 200);
  }
);
