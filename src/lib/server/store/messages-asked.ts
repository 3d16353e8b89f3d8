import { createHmac } from 'node:crypto';
import { Refusal } from '../http/problem';
import { endpointSecret } from './secret';
import type { Sql } from './sql';

/** How often messages may be asked for in two days. */
const limits = {
  /** Over all submissions: who shares a telephone are few. */
  address: 5,
  submission: 5,
  /** Each costs the unit something. */
  campaign: 5_000
};
const dayMs = 24 * 60 * 60_000;

/** One mailbox has as many addresses as somebody likes to type: capitals, and a tag behind the name (RFC 5233). */
const mailbox = (address: string) => address.toLowerCase().replace(/\+[^@"]*@/g, '@');

/** What a message is asked for. */
interface Asked {
  kind: string;
  address: string;
  submission: string;
  campaign: string;
}

/**
 * Counts that messages are to go to an address. What is kept of it is a keyed hash, for two days.
 *
 * @throws Refusal `message.tooMany`
 */
export async function countAsked(
  sql: Sql,
  { kind, address, submission, campaign }: Asked,
  now: number
): Promise<void> {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  await sql.run('DELETE FROM message_asked WHERE day < ?', [day(now - dayMs)]);
  const secret = await endpointSecret(sql, 'messages');
  const subjects = [
    [`${kind} ${mailbox(address)}`, limits.address],
    [`submission ${submission}`, limits.submission],
    [`campaign ${campaign}`, limits.campaign]
  ] as const;
  for (const [subject, limit] of subjects) {
    const hash = createHmac('sha256', secret).update(subject).digest('base64url');
    await sql.run(
      `INSERT INTO message_asked (address, day, times) VALUES (?, ?, 1)
       ON CONFLICT (address, day) DO UPDATE SET times = message_asked.times + 1`,
      [hash, day(now)]
    );
    const row = await sql.get<{ times: number }>(
      'SELECT CAST(SUM(times) AS INTEGER) AS times FROM message_asked WHERE address = ?',
      [hash]
    );
    if (row!.times > limit) throw new Refusal('message.tooMany');
  }
}
