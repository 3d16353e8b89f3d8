import { receiptOf } from '$lib/api/receipt';
import type { ReceiptStatus } from '$lib/api/contracts/receipt';
import { rateLimit } from '../http/limit';
import { Refusal } from '../http/problem';
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
      const rows = await db.all<{ id: string; key_hash: string }>(
        `SELECT id, key_hash FROM submission WHERE campaign IN (SELECT code FROM campaign)
           AND student_number = ? AND erased_at IS NULL ORDER BY received_at DESC LIMIT ${mostSubmissions}`,
        [studentNumber]
      );
      for (const { id, key_hash } of rows) {
        const keys = await db.all<{ key_hash: string }>(
          'SELECT key_hash FROM submission_alias WHERE submission_id = ?',
          [id]
        );
        const own = await Promise.all([key_hash, ...keys.map((one) => one.key_hash)].map(receiptOf));
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
