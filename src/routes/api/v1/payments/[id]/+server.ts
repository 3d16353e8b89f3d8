import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { readKey } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, params }) =>
  answered(async () => {
    const { payments } = await services();
    return json(await payments.status(params.id, readKey(request)), 200);
  });
