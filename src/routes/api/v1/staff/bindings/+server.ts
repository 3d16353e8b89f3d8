import * as v from 'valibot';
import { readJson } from '$lib/server/http/body';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

const schema = v.strictObject({
  campaign: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{2,32}$/)),
  studentNumber: v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{4,32}$/))
});

/** Frees a registration from its account, for a student who lost every way to open it. */
export const DELETE: RequestHandler = ({ request, locals }) =>
  answered(async () => {
    const { campaign, studentNumber } = await readJson(request, schema);
    const { accounts } = await services();
    return json({ removed: await accounts.unbind(campaign, studentNumber, locals.staff!.name) }, 200);
  });
