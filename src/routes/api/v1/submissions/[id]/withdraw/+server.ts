import { answered, json } from '$lib/server/http/problem';
import { countAddress } from '$lib/server/http/limits';
import { services } from '$lib/server/services';
import { readId, readKey } from '$lib/server/submission/request';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request, params, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const { submissions, payments } = await services();
    const status = await submissions.withdraw(readId(params.id), readKey(request));
    // The fee goes back; should this fail, the next round does it.
    await payments.round().catch(() => undefined);
    return json(status, 200);
  });
