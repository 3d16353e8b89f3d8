import { resolveSchema, type ResolvedFields } from '$lib/api/contracts/registration';
import { maskName, maskNumber } from '$lib/api/mask';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { readJson } from '$lib/server/http/body';
import { countAddress } from '$lib/server/http/limits';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Reads an encrypted collection code and answers its fields masked; the token itself is neither kept nor logged. */
export const POST: RequestHandler = ({ request, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const { token } = await readJson(request, resolveSchema);
    const { codes, store } = await services();
    if (!codes) throw new Refusal('code.noResolver');
    const resolved = await codes.resolve(token);
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
