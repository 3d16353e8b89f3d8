import { answered, json, Refusal } from '$lib/server/http/problem';
import { healthCheck } from '$lib/server/health';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

const ready = healthCheck(async () => {
  const { db, files } = await services();
  await Promise.all([db.get('SELECT 1 AS one'), files.check()]);
});

/** Ready to take submissions: database and photo store answer. */
export const GET: RequestHandler = () =>
  answered(async () => {
    if (!(await ready())) throw new Refusal('server.unavailable');
    return json({ status: 'ready' }, 200);
  });
