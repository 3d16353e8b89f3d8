import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Ready to take submissions: the database answers. */
export const GET: RequestHandler = () =>
  answered(async () => {
    await (await services()).db.get('SELECT 1 AS one');
    return json({ status: 'ready' }, 200);
  });
