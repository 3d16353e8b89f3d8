import { chooseSchema } from '$lib/api/contracts/staff';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Says which of several approved photos of a number is exported. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(chooseSchema), answers: [200] },
  async ({ body, staff, services }) => json(await (await services()).desk.choose(body.id, staff), 200)
);
