import type { Sql } from './sql';

/** An address of somebody who may be reminded. */
export interface Remindable {
  channel: string;
  number: string;
  name: string;
  submission: string;
  /** ISO 8601; null: never. */
  remindedAt: string | null;
}

/** Nothing under the number is on its way or approved. */
const without = `NOT EXISTS (SELECT 1 FROM submission AS o WHERE o.campaign = s.campaign
  AND o.student_number = s.student_number AND o.erased_at IS NULL AND o.state IN ('received', 'inReview', 'approved'))`;
/** Taken back; or rejected, and whoever it was knows by now. */
const open = `(s.state = 'withdrawn' OR (s.state = 'rejected' AND c.told = 1))`;

/** Addresses whose owners have no photo that stands and want to be reminded, by number, the newest photo's first. */
export async function remindable(sql: Sql, campaign: string): Promise<Remindable[]> {
  const rows = await sql.all<{
    channel: string;
    number: string;
    name: string;
    submission: string;
    reminded_at: string | null;
  }>(
    `SELECT c.id AS channel, c.reminded_at, s.id AS submission, s.student_number AS number, s.name
     FROM message_channel AS c JOIN submission AS s ON s.id = c.submission_id
     WHERE c.remind = 1 AND c.confirmed = 1 AND s.campaign = ? AND s.erased_at IS NULL AND ${open} AND ${without}
     ORDER BY s.student_number, s.received_at DESC, s.id`,
    [campaign]
  );
  return rows.map(({ reminded_at: remindedAt, ...row }) => ({ ...row, remindedAt }));
}

/** A reminder to an address into the outbox. @param at ISO 8601 */
export async function putReminder(sql: Sql, channel: string, parameters: object, at: string): Promise<void> {
  await sql.run(
    `INSERT INTO message (key, channel_id, template, parameters, state, tries, next_at, made_at)
     VALUES (?, ?, 'remind', ?, 'waiting', 0, ?, ?) ON CONFLICT DO NOTHING`,
    [`${channel}:remind:${at}`, channel, JSON.stringify(parameters), at, at]
  );
  await sql.run('UPDATE message_channel SET reminded_at = ? WHERE id = ?', [at, channel]);
}

/** Forgets addresses that nothing is waited for at any more. @param over campaigns that have ended */
export async function forgetRemindable(sql: Sql, over: readonly string[]): Promise<void> {
  const closed = over.length ? `OR s.campaign IN (${over.map(() => '?').join(', ')})` : '';
  await sql.run(
    `DELETE FROM message_channel WHERE id IN (SELECT c.id FROM message_channel AS c
       JOIN submission AS s ON s.id = c.submission_id
       WHERE c.remind = 1 AND ${open} AND (NOT ${without} ${closed})
         AND NOT EXISTS (SELECT 1 FROM message AS m WHERE m.channel_id = c.id AND m.state = 'waiting'))`,
    over
  );
}
