import { receiptOf } from '$lib/api/receipt';
import type { ReceiptStatus } from '$lib/api/contracts/receipt';
import { rateLimit } from '../http/limit';
import { Refusal } from '../http/problem';
import { keysUnder } from '../store/submission-keys';
import type { SqlDatabase } from '../store/sql';
import type { SubmissionParts } from './service-parts';
import { statusOf } from './status';

/** Of one student's, the newest that are compared. */
const mostSubmissions = 100;

export interface Receipts {
  /** @throws Refusal `request.tooMany`, `submission.unknown` */
  status(studentNumber: string, receipt: string): Promise<ReceiptStatus>;
}

/**
 * @param perMinute wrong tries for one student number, of which something is told. What one network may ask at all keeps a
 *   receipt of 40 bits out of anybody's reach.
 */
export function receipts(
  db: SqlDatabase,
  parts: Pick<SubmissionParts, 'store' | 'campaigns'>,
  perMinute = 6
): Receipts {
  const tries = rateLimit(perMinute);
  return {
    async status(studentNumber, receipt) {
      for (const { id, keyHashes } of await keysUnder(db, studentNumber, mostSubmissions)) {
        const own = await Promise.all(keyHashes.map(receiptOf));
        if (!own.includes(receipt)) continue;
        const found = await parts.store.find(id);
        if (!found) continue;
        const { state, receivedAt, reasons, retakesLeft } = await statusOf(found, id, parts);
        return { state, receivedAt, reasons, retakesLeft };
      }
      // Only wrong ones are counted: a stranger's tries keep nobody's own receipt shut.
      throw new Refusal(tries.take(studentNumber) ? 'submission.unknown' : 'request.tooMany');
    }
  };
}
