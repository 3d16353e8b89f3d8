import { log } from '../log';
import type { SqlDatabase } from '../store/sql';
import type { PaymentDriver, Queried } from './driver';
import { studentLock } from '../store/locks';
import {
  changeOrder,
  dueOrders,
  isOfWithdrawn,
  ordersOfWithdrawn,
  postponeOrder,
  type StoredOrder
} from '../store/orders';
import { returnVoucher } from '../store/vouchers';
import { settle } from './settle';

/** First and longest pause before the provider is asked about the same order again, ms. */
const pauseMs = { first: 5_000, longest: 10 * 60_000 };

const later = (now: Date, tries: number) =>
  new Date(now.getTime() + Math.min(pauseMs.longest, pauseMs.first * 2 ** Math.min(tries, 10))).toISOString();

export interface WatchParts {
  db: SqlDatabase;
  /** The driver of an order; undefined when it is switched off since. */
  driverOf(order: StoredOrder): PaymentDriver | undefined;
}

/**
 * Asks the provider about one open order, as when its callback was lost; after its time it is closed there first,
 * then here. Never throws: a provider that does not answer is asked again later.
 */
export async function lookAfter(parts: WatchParts, order: StoredOrder, now: Date): Promise<void> {
  const driver = parts.driverOf(order);
  const over = order.expiresAt <= now.toISOString();
  try {
    if (!driver) throw new Error('off');
    if (order.state === 'refunding') return await refundOne(parts, driver, order, now);
    const found: Queried = await driver.query(order);
    if (found.state === 'paid') return void (await settle(parts.db, order.id, found.payment, 'query', now));
    if (over) {
      const end = await driver.close(order);
      if (end.state === 'paid') await settle(parts.db, order.id, end.payment, 'query', now);
      else await closeHere(parts.db, order, now, 'time');
      return;
    }
  } catch (error) {
    // The order stays as it is until there is an answer.
    log.warn('payment.unanswered', error);
  }
  await postponeOrder(parts.db, order.id, later(now, order.tries));
}

/** Closes an order that is not open at the provider; `why` goes into its history. */
export async function closeHere(db: SqlDatabase, order: StoredOrder, now: Date, why: string): Promise<void> {
  const change = { from: order.state, to: 'closed', who: 'system', at: now.toISOString(), why } as const;
  await db.transaction((sql) => changeOrder(sql, order.id, change));
}

async function refundOne({ db }: WatchParts, driver: PaymentDriver, order: StoredOrder, now: Date) {
  if ((await driver.refund(order)) === 'underway')
    return postponeOrder(db, order.id, later(now, order.tries));
  const change = { from: 'refunding', to: 'refunded', who: 'system', at: now.toISOString() } as const;
  await db.transaction(async (sql) => {
    if (await changeOrder(sql, order.id, change))
      // A voucher goes back to its owner by becoming good again.
      await returnVoucher(sql, order.id);
  });
}

/**
 * One round over everything that waits: lost callbacks, orders whose time is over, refunds, students who withdrew.
 *
 * @returns how many orders were looked after
 */
export async function watchRound(parts: WatchParts, now: Date, limit = 100): Promise<number> {
  for (const order of await ordersOfWithdrawn(parts.db, limit)) await giveBack(parts.db, order, now);
  const due = await dueOrders(parts.db, now.toISOString(), limit);
  for (const order of due) await lookAfter(parts, order, now);
  return due.length;
}

async function giveBack(db: SqlDatabase, order: StoredOrder, now: Date): Promise<void> {
  const change = { from: 'paid', to: 'refunding', who: 'student', at: now.toISOString() } as const;
  await db.transaction(async (sql) => {
    // Under the lock a photo handed in at the same time is either there already, or comes after the refund.
    await sql.lock(studentLock(order.campaign, order.studentNumber));
    if (await isOfWithdrawn(sql, order.id)) await changeOrder(sql, order.id, { ...change, why: 'withdrawn' });
  });
}
