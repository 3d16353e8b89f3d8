import { bindingSchema } from '$lib/api/contracts/admin';
import { readJson } from '$lib/server/http/body';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Frees a registration from its account, for a student who lost every way to open it. */
export const DELETE: RequestHandler = ({ request, locals }) =>
  answered(async () => {
    const { campaign, studentNumber } = await readJson(request, bindingSchema);
    const { accounts } = await services();
    return json({ removed: await accounts.unbind(campaign, studentNumber, locals.staff!.name) }, 200);
  });
