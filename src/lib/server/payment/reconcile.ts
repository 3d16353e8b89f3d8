import { stepsBetween } from '../store/orders';
import type { SqlDatabase } from '../store/sql';
import type { BillLine } from './driver';

/**
 * `missingHere`: the provider took or gave back money that is not written down here; `missingThere`: the other way
 * round; `amount`: both know of it, with other amounts; `transaction`: under another number.
 */
export interface Difference {
  orderId: string;
  kind: BillLine['kind'];
  what: 'missingHere' | 'missingThere' | 'amount' | 'transaction';
}

/** Start and end of a day in China, ISO 8601. @param day `YYYY-MM-DD` */
function bounds(day: string): [string, string] {
  const start = Date.parse(`${day}T00:00:00+08:00`);
  return [new Date(start).toISOString(), new Date(start + 24 * 3_600_000).toISOString()];
}

/** What is written down here of one driver's day. */
export async function ownLines(db: SqlDatabase, driver: string, day: string): Promise<BillLine[]> {
  const rows = await stepsBetween(db, driver, ...bounds(day));
  return rows.flatMap(
    ({ id, amount_fen: amountFen, transaction_id: transactionId, from_state: from, state }): BillLine[] => {
      const line = { orderId: id, amountFen, transactionId };
      const taken = state === 'paid' || (state === 'refunding' && from !== 'paid');
      if (taken) return [{ ...line, kind: 'payment' }];
      return state === 'refunded' ? [{ ...line, kind: 'refund' }] : [];
    }
  );
}

/** Holds the provider's file of a day against what is written down here. */
export function differences(here: readonly BillLine[], there: readonly BillLine[]): Difference[] {
  const keyOf = ({ orderId, kind }: BillLine) => `${kind}:${orderId}`;
  const own = new Map(here.map((line) => [keyOf(line), line]));
  const found: Difference[] = [];
  const seen = new Set<string>();
  for (const line of there) {
    const { orderId, kind } = line;
    const mine = own.get(keyOf(line));
    // A second payment of the same order is money nobody here knows of.
    if (!mine || seen.has(keyOf(line))) found.push({ orderId, kind, what: 'missingHere' });
    else if (mine.amountFen !== line.amountFen) found.push({ orderId, kind, what: 'amount' });
    else if (kind === 'payment' && mine.transactionId !== line.transactionId)
      found.push({ orderId, kind, what: 'transaction' });
    seen.add(keyOf(line));
  }
  for (const line of here)
    if (!seen.has(keyOf(line))) found.push({ orderId: line.orderId, kind: line.kind, what: 'missingThere' });
  return found;
}
