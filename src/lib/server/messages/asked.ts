import { createHmac } from 'node:crypto';
import { Refusal } from '../http/problem';
import { endpointSecret } from '../store/secret';
import type { Sql } from '../store/sql';

/** How often a day one address may be asked for, over all submissions: who shares a telephone are few. */
const perDay = 5;
const dayMs = 24 * 60 * 60_000;

/**
 * Counts that messages are to go to an address. What is kept of it is a keyed hash, for two days.
 *
 * @throws Refusal `message.tooMany`
 */
export async function countAddress(sql: Sql, kind: string, address: string, now: number): Promise<void> {
  const secret = await endpointSecret(sql, 'messages');
  const hash = createHmac('sha256', secret).update(`${kind} ${address.toLowerCase()}`).digest('base64url');
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  await sql.run('DELETE FROM message_asked WHERE day < ?', [day(now - dayMs)]);
  await sql.run(
    `INSERT INTO message_asked (address, day, times) VALUES (?, ?, 1)
     ON CONFLICT (address, day) DO UPDATE SET times = message_asked.times + 1`,
    [hash, day(now)]
  );
  const row = await sql.get<{ times: number }>(
    'SELECT CAST(SUM(times) AS INTEGER) AS times FROM message_asked WHERE address = ?',
    [hash]
  );
  if (row!.times > perDay) throw new Refusal('message.tooMany');
}
