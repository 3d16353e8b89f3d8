import { receiptApi } from '$lib/api/contracts/receipt';
import { request } from '$lib/api/request';

/** How it stands with the photo of a receipt. */
export const lookUp = (studentNumber: string, receipt: string) =>
  request(receiptApi.status, { body: { studentNumber, receipt } });
