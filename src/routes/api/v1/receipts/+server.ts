import { receiptSchema } from '$lib/api/contracts/receipt';
import { readJson } from '$lib/server/http/body';
import { countAddress } from '$lib/server/http/limits';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** The status that a receipt opens together with its student number; both come in the body, never in an address. */
export const POST: RequestHandler = ({ request, getClientAddress }) =>
  answered(async () => {
    countAddress(getClientAddress());
    const { studentNumber, receipt } = await readJson(request, receiptSchema);
    return json(await (await services()).receipts.status(studentNumber, receipt), 200);
  });
