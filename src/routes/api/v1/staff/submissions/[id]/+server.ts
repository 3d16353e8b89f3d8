import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { recordAct } from '$lib/server/store/staff-audit';
import { readId } from '$lib/server/submission/request';
import { iso } from '$lib/server/time';

/** A photo that is opened by itself, and not given to review: this goes into the log. */
export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ params, staff, services }) => {
    const { db, desk } = await services();
    const item = await desk.item(readId(params.id), staff);
    await db.transaction((sql) =>
      recordAct(sql, { at: iso(), who: staff.name, act: 'photo.shown', subject: item.id })
    );
    return json(item, 200);
  }
);
