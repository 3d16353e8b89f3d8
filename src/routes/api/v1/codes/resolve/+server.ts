import * as v from 'valibot';
import { resolveSchema, type ResolvedFields } from '$lib/submission/contract';
import { maskName, maskNumber } from '$lib/server/codes/mask';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Reads an encrypted collection code and answers its fields masked; the token itself is neither kept nor logged. */
export const POST: RequestHandler = ({ request }) =>
  answered(async () => {
    const body = v.safeParse(resolveSchema, await request.json().catch(() => null));
    if (!body.success) throw new Refusal('request.malformed');
    const { codes, store } = await services();
    if (!codes) throw new Refusal('code.noResolver');
    const resolved = await codes.resolve(body.output.token);
    if (!resolved) throw new Refusal('code.unreadable');
    const { studentNumber, name, ...institution } = resolved;
    const fields: ResolvedFields = {
      studentNumber: maskNumber(studentNumber),
      name: maskName(name),
      ...institution,
      // Only who holds the code is told.
      submitted: await store.holdsPhotoOf(studentNumber)
    };
    return json(fields, 200);
  });
