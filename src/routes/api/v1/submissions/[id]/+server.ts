import { answered, json } from '$lib/server/http/problem';
import { countAddress, countDevice } from '$lib/server/http/limits';
import { services } from '$lib/server/services';
import { readId, readKey, readSubmission } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const PUT: RequestHandler = ({ request, params, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const submission = await readSubmission(request, readId(params.id));
    countDevice(submission.details.device);
    const { created, status } = await (await services()).submissions.accept(submission);
    return json(status, created ? 201 : 200);
  });

export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const { submissions } = await services();
    return json(await submissions.status(readId(params.id), readKey(request)), 200);
  });
