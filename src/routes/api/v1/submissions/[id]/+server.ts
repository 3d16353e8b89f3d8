import { networksOf } from '$lib/server/http/address';
import { bytesBody } from '$lib/server/http/body';
import { floodLimits } from '$lib/server/http/limits';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { maxSubmissionBytes, readId, withSubmission } from '$lib/server/submission/request';

/** A whole submission (200, 201), or a part of one (202: what is there so far; see `parts.ts`). */
export const PUT = route(
  { access: 'key', limit: 'share', body: bytesBody(maxSubmissionBytes), answers: [200, 201, 202] },
  async ({ request, params, address, body, key, services }) => {
    const of = { id: readId(params.id), key, network: networksOf(address)[0]! };
    const { submissions, parts } = await services();
    const answer = await withSubmission(request, body, of, parts, (submission) => {
      floodLimits().device(address, submission.details.device);
      return submissions.accept(submission);
    });
    if ('received' in answer) return json(answer, 202);
    return json(answer.status, answer.created ? 201 : 200);
  }
);

export const GET = route(
  { access: 'key', limit: 'share', answers: [200] },
  async ({ params, key, services }) => {
    const { submissions } = await services();
    return json(await submissions.status(readId(params.id), key), 200);
  }
);
