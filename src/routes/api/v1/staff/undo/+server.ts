import { idsSchema } from '$lib/api/contracts/staff';
import { readJson } from '$lib/server/http/body';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, locals }) =>
  answered(async () => {
    const body = await readJson(request, idsSchema);
    return json(await (await services()).desk.undo(body.ids, locals.staff!), 200);
  });
