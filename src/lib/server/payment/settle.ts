import type { Sql, SqlDatabase } from '../store/sql';
import type { Payment } from './driver';
import {
  changeOrder,
  findOrder,
  isTransactionKnown,
  noteOrder,
  orderOf,
  type OrderActor,
  type StoredOrder
} from '../store/orders';

/** PostgreSQL's and SQLite's names of a broken unique index: another settlement of this student was quicker. */
const collisions = ['23505', 'SQLITE_CONSTRAINT_UNIQUE'];

/**
 * Records an attested payment; idempotent. A payment of another amount, or of another
 * order, changes nothing and is noted for whoever reconciles.
 *
 * @param seen runs in the same transaction; false ends it with nothing changed
 * @returns the order as it stands, or null when there is none
 */
export async function settle(
  db: SqlDatabase,
  orderId: string,
  payment: Payment,
  who: OrderActor,
  now: Date,
  seen: (sql: Sql) => Promise<boolean> = () => Promise.resolve(true)
): Promise<StoredOrder | null> {
  const once = () =>
    db.transaction(async (sql) => {
      if (await seen(sql)) await write(sql, orderId, payment, who, now.toISOString());
      return findOrder(sql, orderId);
    });
  try {
    return await once();
  } catch (error) {
    if (!collisions.includes(String((error as { code?: string }).code))) throw error;
    return once();
  }
}

async function write(sql: Sql, orderId: string, payment: Payment, who: OrderActor, at: string) {
  const order = await findOrder(sql, orderId);
  if (!order) return;
  const { transactionId, amountFen } = payment;
  const note = (why: string) => noteOrder(sql, orderId, { from: order.state, to: order.state, who, at, why });
  if (amountFen !== order.amountFen) return note('amount');
  if (order.state === 'paid' || order.state === 'refunding' || order.state === 'refunded')
    return order.transactionId === transactionId ? undefined : note('transaction');
  if (await isTransactionKnown(sql, order.way, transactionId)) return note('transaction');
  const before = await orderOf(sql, order.campaign, order.studentNumber, ['paid']);
  // Paid twice by two orders: the second goes back by itself.
  const to = before ? 'refunding' : 'paid';
  await changeOrder(sql, orderId, {
    from: order.state,
    to,
    who,
    at,
    transactionId,
    why: before ? 'double' : order.state === 'closed' ? 'late' : ''
  });
}
