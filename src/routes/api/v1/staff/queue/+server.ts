import { queueSchema } from '$lib/api/contracts/staff';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

export const POST = route(
  { access: 'reviewer', limit: 'none', body: jsonBody(queueSchema), answers: [200] },
  async ({ body, staff, services }) => json(await (await services()).desk.queue(body, staff), 200)
);
