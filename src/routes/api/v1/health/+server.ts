import { healthCheck } from '$lib/server/health';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { services } from '$lib/server/services';
import { requireOwnSchema } from '$lib/server/store/version';

const ready = healthCheck(async () => {
  const { db, files } = await services();
  await Promise.all([requireOwnSchema(db, db), files.check()]);
});

/** Ready to take submissions: database and photo store answer. */
export const GET = route({ access: 'anyone', limit: 'none', answers: [200] }, async () => {
  if (!(await ready())) throw new Refusal('server.unavailable');
  return json({ status: 'ready' }, 200);
});
