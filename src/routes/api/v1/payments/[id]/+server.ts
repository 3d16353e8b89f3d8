import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

export const GET = route(
  { access: 'key', limit: 'share', answers: [200] },
  async ({ params, key, services }) => json(await (await services()).payments.status(params.id, key), 200)
);
