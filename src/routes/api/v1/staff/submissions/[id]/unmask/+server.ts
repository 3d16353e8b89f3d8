import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { readId } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ params, locals }) =>
  answered(async () => json(await (await services()).desk.unmask(readId(params.id), locals.staff!), 200));
