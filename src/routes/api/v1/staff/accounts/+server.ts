import { changeAccountSchema, newAccountSchema, type OneTime } from '$lib/api/contracts/admin';
import { readJson } from '$lib/server/http/body';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  answered(async () => json(await (await services()).staffCare.list(), 200));

/** Makes an account; its one-time password is in the answer and nowhere else. */
export const POST: RequestHandler = ({ request, locals }) =>
  answered(async () => {
    const member = await readJson(request, newAccountSchema);
    const answer: OneTime = {
      password: await (await services()).staffCare.create(member, locals.staff!.name)
    };
    return json(answer, 201);
  });

/** Another role, locked or not, or a new one-time password. */
export const PATCH: RequestHandler = ({ request, locals }) =>
  answered(async () => {
    const change = await readJson(request, changeAccountSchema);
    const { staffCare } = await services();
    const who = locals.staff!.name;
    const answer: OneTime = {};
    if ('role' in change) await staffCare.setRole(change.name, change.role, who);
    else if ('locked' in change) await staffCare.setLocked(change.name, change.locked, who);
    else answer.password = await staffCare.reset(change.name, who);
    return json(answer, 200);
  });
