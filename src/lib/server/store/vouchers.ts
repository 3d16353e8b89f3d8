import { createHash, randomInt } from 'node:crypto';
import type { Sql, SqlDatabase } from './sql';
import { iso } from '../time';

/** Letters and digits that nobody takes for one another (no 0/O, 1/I/L). */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 16;

/** As typed to as made: case, blanks and dashes do not matter. */
const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');
const hashOf = (campaign: string, code: string) =>
  createHash('sha256')
    .update(`${campaign}:${plain(code)}`)
    .digest('hex');

/** Makes vouchers for a campaign; only their hashes are kept, so this is the one time the codes can be read. */
export async function makeVouchers(db: SqlDatabase, campaign: string, count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, () =>
    Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  );
  const at = iso();
  await db.transaction(async (sql) => {
    for (const code of codes)
      await sql.run('INSERT INTO payment_voucher (code_hash, campaign, made_at) VALUES (?, ?, ?)', [
        hashOf(campaign, code),
        campaign,
        at
      ]);
  });
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

/** Uses a voucher for an order, once; false when it is unknown or used for another. The same order again is fine. */
export async function useVoucher(
  db: SqlDatabase,
  campaign: string,
  code: string,
  orderId: string
): Promise<boolean> {
  const { changes } = await db.run(
    `UPDATE payment_voucher SET order_id = ? WHERE code_hash = ? AND campaign = ?
       AND (order_id IS NULL OR order_id = ?)`,
    [orderId, hashOf(campaign, code), campaign, orderId]
  );
  return changes > 0;
}

/** Whether an order has used one. */
export async function hasVoucher(db: SqlDatabase, orderId: string): Promise<boolean> {
  return (await db.get('SELECT 1 AS one FROM payment_voucher WHERE order_id = ?', [orderId])) !== undefined;
}

/** Good again, for whoever has its code. */
export const returnVoucher = (sql: Sql, orderId: string) =>
  sql.run('UPDATE payment_voucher SET order_id = NULL WHERE order_id = ?', [orderId]);
