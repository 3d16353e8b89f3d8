import { resolveSchema, type ResolvedFields } from '$lib/api/contracts/registration';
import { maskName, maskNumber } from '$lib/api/mask';
import { jsonBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Reads an encrypted collection code and answers its fields masked; the token itself is neither kept nor logged. */
export const POST = route(
  { access: 'anyone', limit: 'share', body: jsonBody(resolveSchema), answers: [200] },
  async ({ body: { token }, services }) => {
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
  }
);
