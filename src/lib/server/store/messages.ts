import type { Locale } from '$lib/i18n/locales/tags';
import type { SubscriptionKind } from '$lib/api/contracts/messages';
import type { Sql } from './sql';

/** What a message says. `confirm`: whether the address's owner wants to hear at all; `remind`: no photo stands. */
export type Template = 'approved' | 'rejected' | 'confirm' | 'remind';

/** A verdict that somebody wants to hear of. */
export interface Outcome {
  channel: string;
  submission: string;
  state: 'approved' | 'rejected';
  campaign: string;
  name: string;
  changed_at: string;
}

/** Verdicts that were told to nobody yet, and where they are to be told. */
export const untold = (sql: Sql) =>
  sql.all<Outcome>(
    `SELECT c.id AS channel, s.id AS submission, s.state, s.campaign, s.name, s.changed_at
     FROM message_channel c JOIN submission s ON s.id = c.submission_id
     WHERE c.told = 0 AND c.confirmed = 1 AND s.erased_at IS NULL AND s.state IN ('approved', 'rejected')`
  );

/** Puts a verdict into the outbox, once; not when it is another by now. @param parameters JSON */
export async function addOutcome(
  sql: Sql,
  { channel, submission, state, changed_at: changedAt }: Outcome,
  { parameters, at }: { parameters: string; at: string }
): Promise<void> {
  const { changes } = await sql.run(
    `UPDATE message_channel SET told = 1 WHERE id = ? AND told = 0
       AND EXISTS (SELECT 1 FROM submission WHERE id = ? AND state = ? AND changed_at = ?)`,
    [channel, submission, state, changedAt]
  );
  if (changes) await addMessage(sql, { channel, template: state, parameters, at });
}

/** A message that is due at once; the same twice is there once. @param parameters JSON */
export async function addMessage(
  sql: Sql,
  {
    channel,
    template,
    parameters,
    at
  }: { channel: string; template: Template; parameters: string; at: string }
): Promise<void> {
  await sql.run(
    `INSERT INTO message (key, channel_id, template, parameters, state, tries, next_at, made_at)
     VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT DO NOTHING`,
    [`${channel}:${template}`, channel, template, parameters, at, at]
  );
}

/** Forgets addresses that nobody confirmed since an instant (ISO 8601), and those of erased and withdrawn photos. */
export async function dropSilent(sql: Sql, unconfirmedBefore: string): Promise<void> {
  await sql.run('DELETE FROM message_channel WHERE confirmed = 0 AND made_at < ?', [unconfirmedBefore]);
  await sql.run(
    `DELETE FROM message_channel WHERE told = 0 AND submission_id IN
       (SELECT id FROM submission WHERE erased_at IS NOT NULL OR (state = 'withdrawn' AND message_channel.remind = 0))`
  );
}

/** A message whose time has come, with its address (JSON). */
export interface Due {
  key: string;
  template: Template;
  parameters: string;
  tries: number;
  next_at: string;
  channel: string;
  kind: SubscriptionKind;
  address: string;
  locale: Locale;
  token: string;
  remind: number;
}

/** Messages whose time has come, at most `limit`. `now`: ISO 8601. */
export const dueMessages = (sql: Sql, now: string, limit: number) =>
  sql.all<Due>(
    `SELECT m.key, m.template, m.parameters, m.tries, m.next_at, c.id AS channel, c.kind, c.address, c.locale, c.token, c.remind
     FROM message m JOIN message_channel c ON c.id = m.channel_id
     WHERE m.state = 'waiting' AND m.next_at <= ? ORDER BY m.next_at LIMIT ?`,
    [now, limit]
  );

/** Takes a message to be sent here until an instant (ISO 8601); false when another process has it. */
export async function takeMessage(sql: Sql, { key, next_at: next }: Due, until: string): Promise<boolean> {
  const { changes } = await sql.run(
    `UPDATE message SET next_at = ?, tries = tries + 1 WHERE key = ? AND state = 'waiting' AND next_at = ?`,
    [until, key, next]
  );
  return changes > 0;
}

/** Tries a message again at an instant (ISO 8601) and keeps why the last try failed. */
export const postponeMessage = (sql: Sql, key: string, nextAt: string, why: string) =>
  sql.run('UPDATE message SET next_at = ?, why = ? WHERE key = ?', [nextAt, why, key]);

/** What it said is forgotten; that it was there is not. */
export const endMessage = (
  sql: Sql,
  key: string,
  end: { state: 'sent' | 'failed'; at: string; why: string }
) =>
  sql.run("UPDATE message SET state = ?, ended_at = ?, parameters = '{}', why = ? WHERE key = ?", [
    end.state,
    end.at,
    end.why,
    key
  ]);

/** How many messages wait to be sent, counted up to `limit`. */
export async function countWaiting(sql: Sql, limit: number): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM message WHERE state = 'waiting' LIMIT ${limit}) AS waits`
  );
  return row!.n;
}
