import { answered, json } from '$lib/server/http/problem';
import { countAddress, countDevice } from '$lib/server/http/limits';
import { services } from '$lib/server/services';
import { readId, readKey, withSubmission } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

/** A whole submission (200, 201), or a part of one (202: what is there so far; see `parts.ts`). */
export const PUT: RequestHandler = ({ request, params, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const answer = await withSubmission(request, readId(params.id), async (submission) => {
      countDevice(submission.details.device);
      return (await services()).submissions.accept(submission);
    });
    if ('received' in answer) return json(answer, 202);
    return json(answer.status, answer.created ? 201 : 200);
  });

export const GET: RequestHandler = ({ request, params, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const { submissions } = await services();
    return json(await submissions.status(readId(params.id), readKey(request)), 200);
  });
