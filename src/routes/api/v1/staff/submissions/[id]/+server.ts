import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { readId } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals }) =>
  answered(async () => json(await (await services()).desk.item(readId(params.id), locals.staff!), 200));
