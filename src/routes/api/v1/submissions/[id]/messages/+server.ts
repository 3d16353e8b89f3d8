import * as v from 'valibot';
import { subscriptionSchema } from '$lib/api/contracts/messages';
import { answered, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { readId, readKey } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

/** Where the student wants to hear the outcome of a submission. */
export const PUT: RequestHandler = ({ request, params }) =>
  answered(async () => {
    const { submissions, messages } = await services();
    const { id } = await submissions.opened(readId(params.id), readKey(request));
    // Not JSON: refused below.
    const body = v.safeParse(subscriptionSchema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    await messages.subscribe(id, body.output);
    return new Response(null, { status: 204 });
  });
