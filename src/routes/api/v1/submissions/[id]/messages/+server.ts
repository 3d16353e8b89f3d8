import { subscriptionSchema } from '$lib/api/contracts/messages';
import { jsonBody } from '$lib/server/http/body';
import { empty } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readId } from '$lib/server/submission/request';

/** Where the student wants to hear the outcome of a submission. */
export const PUT = route(
  { access: 'key', limit: 'share', body: jsonBody(subscriptionSchema), answers: [204] },
  async ({ params, body, key, services }) => {
    const { submissions, messages } = await services();
    const { id } = await submissions.opened(readId(params.id), key);
    await messages.subscribe(id, body);
    return empty();
  }
);
