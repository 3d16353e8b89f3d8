import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readId } from '$lib/server/submission/request';

export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ params, staff, services }) =>
    json(await (await services()).desk.item(readId(params.id), staff), 200)
);
