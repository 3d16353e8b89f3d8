import { maskName, maskNumber } from '$lib/api/mask';
import { receiptOfKey } from '$lib/api/receipt';
import type { Registration } from '$lib/api/contracts/registration';

/** What proves that a photo was handed in. It names the student only as far as they recognise themselves. */
export interface Receipt {
  number: string;
  name: string;
  studentNumber: string;
}

/** @throws TypeError where the browser has no cryptography */
export async function receiptFor(
  { name, studentNumber }: Pick<Registration, 'name' | 'studentNumber'>,
  key: string
): Promise<Receipt> {
  return {
    number: await receiptOfKey(key),
    name: maskName(name),
    studentNumber: maskNumber(studentNumber)
  };
}
