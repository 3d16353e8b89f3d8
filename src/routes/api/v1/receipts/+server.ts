import { receiptSchema } from '$lib/api/contracts/receipt';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** The status that a receipt opens together with its student number; both come in the body, never in an address. */
export const POST = route(
  { access: 'anyone', limit: 'anybody', body: jsonBody(receiptSchema), answers: [200] },
  async ({ body: { studentNumber, receipt }, services }) =>
    json(await (await services()).receipts.status(studentNumber, receipt), 200)
);
