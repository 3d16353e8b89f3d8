import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** What goes on by itself: how it went last, and how much waits for it. */
export const GET = route({ access: 'admin', limit: 'none', answers: [200] }, async ({ services }) =>
  json(await (await services()).jobs.states(), 200)
);
