import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { readId, readKey } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, params }) =>
  answered(async () => {
    const { submissions } = await services();
    return json(await submissions.withdraw(readId(params.id), readKey(request)), 200);
  });
