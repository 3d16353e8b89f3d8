import * as v from 'valibot';
import { unsubscribeSchema } from '$lib/api/contracts/messages';
import { answered, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = ({ request }) =>
  answered(async () => {
    // Not JSON: refused below.
    const body = v.safeParse(unsubscribeSchema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    await (await services()).messages.unsubscribe(body.output.token);
    return new Response(null, { status: 204 });
  });
