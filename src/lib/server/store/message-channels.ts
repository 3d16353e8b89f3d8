import { addMessage } from './messages';
import type { Sql } from './sql';

/** An address of a submission. */
export interface Channel {
  id: string;
  submission: string;
  kind: string;
  /** JSON, as the sender of that kind reads it. */
  address: string;
  locale: string;
  /** By which its owner confirms and ends it. */
  token: string;
  /** Its owner has said that messages may go there. */
  confirmed: boolean;
  /** It is kept for reminders. */
  remind: boolean;
  /** ISO 8601. */
  at: string;
}

/** The addresses that a submission's outcome goes to. */
export const channelsOf = (sql: Sql, submission: string) =>
  sql.all<{ kind: string; address: string }>(
    'SELECT kind, address FROM message_channel WHERE submission_id = ?',
    [submission]
  );

/** Sets whether an address is reminded. */
export const setRemind = (
  sql: Sql,
  { submission, kind, address }: Pick<Channel, 'submission' | 'kind' | 'address'>,
  remind: boolean
) =>
  sql.run('UPDATE message_channel SET remind = ? WHERE submission_id = ? AND kind = ? AND address = ?', [
    remind ? 1 : 0,
    submission,
    kind,
    address
  ]);

/** Adds an address in place of the one of its kind; one that is not confirmed is asked. False where it is there. */
export async function addChannel(sql: Sql, channel: Channel): Promise<boolean> {
  const { id, submission, kind, address, locale, token, at } = channel;
  await sql.run('DELETE FROM message_channel WHERE submission_id = ? AND kind = ? AND told = 0', [
    submission,
    kind
  ]);
  const { changes } = await sql.run(
    `INSERT INTO message_channel (id, submission_id, kind, address, locale, token, made_at, confirmed, remind)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [id, submission, kind, address, locale, token, at, channel.confirmed ? 1 : 0, channel.remind ? 1 : 0]
  );
  if (changes && !channel.confirmed)
    await addMessage(sql, { channel: id, template: 'confirm', parameters: '{}', at });
  return changes > 0;
}

/** False where nothing has this token. */
export async function confirmChannel(sql: Sql, token: string): Promise<boolean> {
  const { changes } = await sql.run('UPDATE message_channel SET confirmed = 1 WHERE token = ?', [token]);
  return changes > 0;
}

/** Deletes an address by its id; what it was for is not sent any more. Idempotent. */
export const dropChannel = (sql: Sql, id: string) =>
  sql.run('DELETE FROM message_channel WHERE id = ?', [id]);

/** With what waits to be sent there. */
export async function endChannel(sql: Sql, token: string): Promise<void> {
  const row = await sql.get<{ id: string }>('SELECT id FROM message_channel WHERE token = ?', [token]);
  if (!row) return;
  await dropChannel(sql, row.id);
  await sql.run("DELETE FROM message WHERE channel_id = ? AND state = 'waiting'", [row.id]);
}

/** Of which campaign a submission is; '' for one that is not there. */
export async function campaignOf(sql: Sql, submission: string): Promise<string> {
  const row = await sql.get<{ campaign: string }>('SELECT campaign FROM submission WHERE id = ?', [
    submission
  ]);
  return row?.campaign ?? '';
}
