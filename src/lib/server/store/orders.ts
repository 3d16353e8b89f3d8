import type { OrderState, PaymentAction, PaymentWay } from '$lib/api/contracts/payment';
import type { Sql } from './sql';
import { mayChange } from '../payment/states';

/** One order as it is kept. */
export interface StoredOrder {
  /** 32 lower-case hex digits. */
  id: string;
  /** SHA-256 of the client's key. */
  keyHash: string;
  /** By what the payer's own submissions are known, as theirs is. */
  sender: string;
  campaign: string;
  studentNumber: string;
  way: PaymentWay;
  amountFen: number;
  state: OrderState;
  action: PaymentAction | null;
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string;
  paidAt: string | null;
  transactionId: string | null;
  /** When the provider is to be asked again. */
  nextAt: string;
  /** How often it was asked in this state. */
  tries: number;
}

interface Row {
  id: string;
  key_hash: string;
  sender: string;
  campaign: string;
  student_number: string;
  way: PaymentWay;
  amount_fen: number;
  state: OrderState;
  action: string | null;
  created_at: string;
  expires_at: string;
  paid_at: string | null;
  transaction_id: string | null;
  next_at: string;
  tries: number;
}

const columns =
  'id, key_hash, sender, campaign, student_number, way, amount_fen, state, action, created_at, expires_at, paid_at, ' +
  'transaction_id, next_at, tries';

const fromRow = (row: Row): StoredOrder => ({
  id: row.id,
  keyHash: row.key_hash,
  sender: row.sender,
  campaign: row.campaign,
  studentNumber: row.student_number,
  way: row.way,
  amountFen: row.amount_fen,
  state: row.state,
  action: row.action === null ? null : (JSON.parse(row.action) as PaymentAction),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  paidAt: row.paid_at,
  transactionId: row.transaction_id,
  nextAt: row.next_at,
  tries: row.tries
});

/** Who moved an order on. */
export type OrderActor = 'student' | 'callback' | 'query' | 'system';

/** An order by its id; null where there is none. */
export async function findOrder(sql: Sql, id: string): Promise<StoredOrder | null> {
  const row = await sql.get<Row>(`SELECT ${columns} FROM payment_order WHERE id = ?`, [id]);
  return row ? fromRow(row) : null;
}

/** The student's order in one of the states, or the one of a key; the newest. */
export async function orderOf(
  sql: Sql,
  campaign: string,
  studentNumber: string,
  states: readonly OrderState[],
  keyHash?: string
): Promise<StoredOrder | null> {
  const row = await sql.get<Row>(
    `SELECT ${columns} FROM payment_order WHERE campaign = ? AND student_number = ?
       AND state IN (${states.map(() => '?').join(', ')}) ${keyHash === undefined ? '' : 'AND key_hash = ?'}
     ORDER BY created_at DESC LIMIT 1`,
    [campaign, studentNumber, ...states, ...(keyHash === undefined ? [] : [keyHash])]
  );
  return row ? fromRow(row) : null;
}

/** False, changing nothing, when the student has an open order under this key already. */
export async function addOrder(sql: Sql, order: StoredOrder): Promise<boolean> {
  const { changes } = await sql.run(
    `INSERT INTO payment_order (id, key_hash, sender, campaign, student_number, way, amount_fen, state, created_at,
       expires_at, changed_at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [
      order.id,
      order.keyHash,
      order.sender,
      order.campaign,
      order.studentNumber,
      order.way,
      order.amountFen,
      order.state,
      order.createdAt,
      order.expiresAt,
      order.createdAt,
      order.nextAt
    ]
  );
  return changes > 0;
}

export interface OrderChange {
  from: OrderState;
  to: OrderState;
  who: OrderActor;
  at: string;
  why?: string;
  action?: PaymentAction;
  transactionId?: string;
  nextAt?: string;
}

/**
 * Compare and set, with its history entry: false, changing nothing, when the state is no longer `from`.
 *
 * @throws RangeError when the machine has no such change
 */
export async function changeOrder(sql: Sql, id: string, change: OrderChange): Promise<boolean> {
  const { from, to, who, at, why = '' } = change;
  if (!mayChange(from, to)) throw new RangeError(`no change from ${from} to ${to}`);
  const { changes } = await sql.run(
    `UPDATE payment_order SET state = ?, action = ?, changed_at = ?, tries = 0, next_at = ?,
       paid_at = CASE WHEN ? = 'paid' THEN ? ELSE paid_at END, transaction_id = COALESCE(?, transaction_id)
     WHERE id = ? AND state = ?`,
    [
      to,
      change.action ? JSON.stringify(change.action) : null,
      at,
      change.nextAt ?? at,
      to,
      at,
      change.transactionId ?? null,
      id,
      from
    ]
  );
  if (changes) await noteOrder(sql, id, { from, to, who, at, why });
  return changes > 0;
}

/** Adds to an order's history; `from` and `to` are the same for what changed nothing but must be seen. */
export async function noteOrder(
  sql: Sql,
  id: string,
  { from, to, who, at, why }: { from: OrderState; to: OrderState; who: OrderActor; at: string; why: string }
): Promise<void> {
  await sql.run(
    'INSERT INTO payment_event (order_id, at, who, from_state, state, why) VALUES (?, ?, ?, ?, ?, ?)',
    [id, at, who, from, to, why]
  );
}

/** Takes a provider's notice in; false where it was before. */
export async function noteCallback(
  sql: Sql,
  { driver, eventId, at }: { driver: string; eventId: string; at: string }
): Promise<boolean> {
  const { changes } = await sql.run(
    'INSERT INTO payment_callback (driver, event_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [driver, eventId, at]
  );
  return changes > 0;
}

/** Whether an order of this way was paid by a provider's transaction. */
export const isTransactionKnown = async (
  sql: Sql,
  way: PaymentWay,
  transactionId: string
): Promise<boolean> =>
  (await sql.get('SELECT 1 AS one FROM payment_order WHERE way = ? AND transaction_id = ?', [
    way,
    transactionId
  ])) !== undefined;

/** A step of an order, with what was paid. */
export interface OrderStep {
  id: string;
  amount_fen: number;
  transaction_id: string;
  from_state: string;
  state: string;
}

/** What became of one driver's orders between two instants (ISO 8601), in order. */
export const stepsBetween = (sql: Sql, driver: string, from: string, to: string) =>
  sql.all<OrderStep>(
    `SELECT o.id, o.amount_fen, o.transaction_id, e.from_state, e.state FROM payment_event e
       JOIN payment_order o ON o.id = e.order_id
     WHERE e.at >= ? AND e.at < ? AND e.from_state <> e.state AND (o.way = ? OR o.way LIKE ?)
     ORDER BY e.sequence`,
    [from, to, driver, `${driver}.%`]
  );

/** Asks the provider about an order again at an instant (ISO 8601), and counts the try. */
export async function postponeOrder(sql: Sql, id: string, nextAt: string): Promise<void> {
  await sql.run('UPDATE payment_order SET next_at = ?, tries = tries + 1 WHERE id = ?', [nextAt, id]);
}

/** Orders whose provider is to be asked now, the longest waiting first. */
export async function dueOrders(sql: Sql, now: string, limit: number): Promise<StoredOrder[]> {
  const rows = await sql.all<Row>(
    `SELECT ${columns} FROM payment_order WHERE state IN ('ordered', 'pending', 'refunding') AND next_at <= ?
     ORDER BY next_at LIMIT ?`,
    [now, limit]
  );
  return rows.map(fromRow);
}

/** Orders whose provider has not said the last word yet, counted up to a thousand. */
export async function countOpenOrders(sql: Sql): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM
       (SELECT 1 AS one FROM payment_order WHERE state IN ('ordered', 'pending', 'refunding') LIMIT 1000) AS waits`
  );
  return row!.n;
}

/** Whoever typed the number may be anybody: the payer's own are those of their device, and those whose code was read. */
const own = `s.campaign = o.campaign AND s.student_number = o.student_number
  AND (o.sender = '' OR s.sender = o.sender OR s.proven = 1)`;
/** The student took their submission back before review, and has no other that stands. */
const withdrawn = `o.state = 'paid'
  AND EXISTS (SELECT 1 FROM submission s WHERE ${own} AND s.state = 'withdrawn' AND s.changed_at >= o.paid_at)
  AND NOT EXISTS (SELECT 1 FROM submission s WHERE ${own} AND s.state <> 'withdrawn')
  AND NOT EXISTS (SELECT 1 FROM submission s WHERE s.campaign = o.campaign
    AND s.student_number = o.student_number AND s.state = 'approved')`;

/** A number's fee was paid and went back, as when its payer withdrew: what others sent under it is paid by nobody. */
export const isUnpaid = (submission: string) => {
  const orders = `SELECT 1 FROM payment_order o WHERE o.campaign = ${submission}.campaign
    AND o.student_number = ${submission}.student_number AND o.state`;
  return `(EXISTS (${orders} IN ('refunding', 'refunded')) AND NOT EXISTS (${orders} = 'paid'))`;
};

/** Paid orders of students who took their submission back before review, and have no other that stands. */
export async function ordersOfWithdrawn(sql: Sql, limit: number): Promise<StoredOrder[]> {
  const rows = await sql.all<Row>(`SELECT ${columns} FROM payment_order o WHERE ${withdrawn} LIMIT ?`, [
    limit
  ]);
  return rows.map(fromRow);
}

/** Whether an order is one of `ordersOfWithdrawn`. */
export const isOfWithdrawn = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.get(`SELECT 1 AS one FROM payment_order o WHERE o.id = ? AND ${withdrawn}`, [id])) !== undefined;
