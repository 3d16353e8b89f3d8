import { randomBytes, randomUUID } from 'node:crypto';
import type { MessageKey } from '$lib/i18n/catalogue';
import { loadTexts } from '$lib/i18n/load';
import type { Locale } from '$lib/i18n/locales';
import { fill } from '$lib/i18n/message';
import type { Subscription } from '$lib/api/contracts/messages';
import { maskName } from '$lib/api/mask';
import { noteConsent } from '../store/consent';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../store/campaigns';
import type { SqlDatabase } from '../store/sql';
import { isFinal } from '../submission/states';
import { countAsked } from '../store/messages-asked';
import type { MessageSender, OutgoingMessage, SenderOf, Sent } from './sender';
import { iso, nowMs } from '../time';

/** Tries at one message; with the pauses below the last comes after about a day. */
const maxTries = 12;
const pauseMs = { first: 30_000, longest: 6 * 3_600_000 };
/** While one process sends a message no other does; after this it may have died, ms. */
const leaseMs = 2 * 60_000;
const batch = 50;
/** An address waits so long for its owner's word, ms. */
const unconfirmedMs = 7 * 24 * 3_600_000;
/** Ways to hear of one submission at most. */
const maxKinds = 3;
/** Kinds that reach anybody whose address somebody types, at the unit's cost. */
const chargeable: readonly Subscription['kind'][] = ['email', 'sms'];

export interface MessageService {
  /**
   * One message about the outcome of a submission, to one address of a kind. Where an address may be anybody's its owner
   * is asked first, and nothing else goes there until they have confirmed it.
   *
   * @throws Refusal `message.off`, `message.address`, `message.tooMany`
   */
  subscribe(submissionId: string, to: Subscription): Promise<void>;
  /** The owner of an address has said that messages may go there. @throws Refusal `message.ended` */
  confirm(token: string): Promise<void>;
  /** Forgets the address; nothing happens when there is none of this token. */
  unsubscribe(token: string): Promise<void>;
  /** One round: puts what is to be told into the outbox, sends what is due. Answers how many it sent. */
  round(): Promise<number>;
  /** Messages in the outbox, counted up to a thousand. */
  waiting(): Promise<number>;
}

export interface MessageParts {
  db: SqlDatabase;
  campaigns: Campaigns;
  senders: readonly MessageSender[];
  /** Address students open. */
  origin?: string;
  /** ms since 1970 */
  clock?: () => number;
}

interface Outcome {
  channel: string;
  submission: string;
  state: 'approved' | 'rejected';
  campaign: string;
  name: string;
  changed_at: string;
}

interface Due {
  key: string;
  template: OutgoingMessage['template'];
  parameters: string;
  tries: number;
  next_at: string;
  channel: string;
  kind: Subscription['kind'];
  address: string;
  locale: Locale;
  token: string;
  remind: number;
}

export function messageService({
  db,
  campaigns,
  senders,
  origin = 'http://localhost:3000',
  clock = nowMs
}: MessageParts): MessageService {
  /** What a sender is given is of its own kind, because it was found by it. */
  const senderOf = (kind: string) =>
    senders.find((one) => one.kind === kind) as SenderOf<Subscription['kind']> | undefined;

  /** Verdicts that can no longer be undone, into the outbox: once each, also when two processes look at once. */
  async function collect(): Promise<void> {
    const found = await db.all<Outcome>(
      `SELECT c.id AS channel, s.id AS submission, s.state, s.campaign, s.name, s.changed_at
       FROM message_channel c JOIN submission s ON s.id = c.submission_id
       WHERE c.told = 0 AND c.confirmed = 1 AND s.erased_at IS NULL AND s.state IN ('approved', 'rejected')`
    );
    for (const { channel, submission, state, campaign, name, changed_at: at } of found) {
      const undoSeconds = (await campaigns.get(campaign))?.review.undoSeconds ?? 0;
      if (!isFinal(at, undoSeconds, clock())) continue;
      await db.transaction(async (sql) => {
        const { changes } = await sql.run(
          `UPDATE message_channel SET told = 1 WHERE id = ? AND told = 0
             AND EXISTS (SELECT 1 FROM submission WHERE id = ? AND state = ? AND changed_at = ?)`,
          [channel, submission, state, at]
        );
        if (!changes) return;
        await sql.run(
          `INSERT INTO message (key, channel_id, template, parameters, state, tries, next_at, made_at)
           VALUES (?, ?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT DO NOTHING`,
          [
            `${channel}:${state}`,
            channel,
            state,
            JSON.stringify({ name: maskName(name) }),
            iso(clock()),
            iso(clock())
          ]
        );
      });
    }
    // An address that nobody has confirmed is nobody's.
    await db.run('DELETE FROM message_channel WHERE confirmed = 0 AND made_at < ?', [
      iso(clock() - unconfirmedMs)
    ]);
    // Whose data is erased or who took the photo back hears nothing any more.
    await db.run(
      `DELETE FROM message_channel WHERE told = 0 AND submission_id IN
         (SELECT id FROM submission WHERE erased_at IS NOT NULL OR (state = 'withdrawn' AND message_channel.remind = 0))`
    );
  }

  async function sendOne(due: Due): Promise<boolean> {
    const { changes } = await db.run(
      `UPDATE message SET next_at = ?, tries = tries + 1 WHERE key = ? AND state = 'waiting' AND next_at = ?`,
      [iso(clock() + leaseMs), due.key, due.next_at]
    );
    if (!changes) return false;
    const { key, template, locale, token } = due;
    const parameters: Record<string, string> = {
      ...(JSON.parse(due.parameters) as Record<string, string>),
      url: `${origin}/hear#${token}`
    };
    const texts = await loadTexts(locale);
    const { until } = parameters;
    if (until) parameters.until = new Date(until).toLocaleDateString(locale, { dateStyle: 'medium' });
    const text = (part: 'title' | 'body') => {
      const wanted: MessageKey = `outcome.${template}.${part}`;
      const dated: MessageKey = 'outcome.remind.bodyUntil';
      return fill(texts[part === 'body' && until ? dated : wanted], locale, parameters);
    };
    const message = {
      key,
      template,
      locale,
      token,
      name: parameters.name ?? '',
      title: text('title'),
      body: text('body')
    };
    const sender = senderOf(due.kind);
    const to = { kind: due.kind, locale, ...(JSON.parse(due.address) as object) } as Subscription;
    const sent: Sent = sender ? await sender.send(to, message) : { kind: 'later', why: 'off' };
    if (sent.kind === 'later' && due.tries + 1 < maxTries) {
      const pause = Math.min(pauseMs.longest, pauseMs.first * 2 ** due.tries);
      await db.run('UPDATE message SET next_at = ?, why = ? WHERE key = ?', [
        iso(clock() + pause),
        sent.why,
        key
      ]);
    } else await end(due, sent);
    return sent.kind === 'sent';
  }

  /** The outbox remembers that it was sent; the address is gone, unless its owner may have to be reminded. */
  async function end({ key, channel, template, remind }: Due, sent: Sent): Promise<void> {
    const stays =
      sent.kind === 'sent' && (template === 'confirm' || (remind === 1 && template !== 'approved'));
    await db.transaction(async (sql) => {
      await sql.run('UPDATE message SET state = ?, ended_at = ?, parameters = ?, why = ? WHERE key = ?', [
        sent.kind === 'sent' ? 'sent' : 'failed',
        iso(clock()),
        '{}',
        sent.kind === 'later' ? sent.why : sent.kind,
        key
      ]);
      // Whoever was asked may answer.
      if (!stays) await sql.run('DELETE FROM message_channel WHERE id = ?', [channel]);
    });
  }

  return {
    async subscribe(submissionId, to) {
      const sender = senderOf(to.kind);
      if (!sender) throw new Refusal('message.off');
      if (!sender.accepts(to)) throw new Refusal('message.address');
      const { kind, locale, remind = false, ...address } = to;
      const made = iso(clock());
      const written = JSON.stringify(address);
      const id = randomUUID();
      await db.transaction(async (sql) => {
        await sql.lock(`messages ${submissionId}`);
        const there = await sql.all<{ kind: string; address: string }>(
          'SELECT kind, address FROM message_channel WHERE submission_id = ?',
          [submissionId]
        );
        const same = there.find((one) => one.kind === kind);
        if (same?.address === written) {
          await sql.run(
            'UPDATE message_channel SET remind = ? WHERE submission_id = ? AND kind = ? AND address = ?',
            [remind ? 1 : 0, submissionId, kind, written]
          );
          return;
        }
        if (!same && there.length >= maxKinds) throw new Refusal('message.tooMany');
        const anybodys = chargeable.includes(kind);
        if (anybodys) {
          const of = await sql.get<{ campaign: string }>('SELECT campaign FROM submission WHERE id = ?', [
            submissionId
          ]);
          const asked = { kind, address: written, submission: submissionId, campaign: of?.campaign ?? '' };
          await countAsked(sql, asked, clock());
        }
        // A new address takes the place of the one before it.
        await sql.run('DELETE FROM message_channel WHERE submission_id = ? AND kind = ? AND told = 0', [
          submissionId,
          kind
        ]);
        const { changes } = await sql.run(
          `INSERT INTO message_channel (id, submission_id, kind, address, locale, token, made_at, confirmed, remind)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
          [
            ...[id, submissionId, kind, written, locale],
            ...[randomBytes(24).toString('base64url'), made, anybodys ? 0 : 1, remind ? 1 : 0]
          ]
        );
        if (changes && anybodys)
          await sql.run(
            `INSERT INTO message (key, channel_id, template, parameters, state, tries, next_at, made_at)
             VALUES (?, ?, 'confirm', '{}', 'waiting', 0, ?, ?)`,
            [`${id}:confirm`, id, made, made]
          );
        if (changes)
          await noteConsent(sql, submissionId, {
            purpose: `message.${kind}${remind ? '.remind' : ''}`,
            version: '1',
            agreedAt: made
          });
      });
    },
    async confirm(token) {
      const { changes } = await db.run('UPDATE message_channel SET confirmed = 1 WHERE token = ?', [token]);
      if (!changes) throw new Refusal('message.ended');
    },
    async unsubscribe(token) {
      await db.transaction(async (sql) => {
        const row = await sql.get<{ id: string }>('SELECT id FROM message_channel WHERE token = ?', [token]);
        if (!row) return;
        await sql.run('DELETE FROM message_channel WHERE id = ?', [row.id]);
        await sql.run(`DELETE FROM message WHERE channel_id = ? AND state = 'waiting'`, [row.id]);
      });
    },
    async waiting() {
      const row = await db.get<{ n: number }>(
        `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM message WHERE state = 'waiting' LIMIT 1000) AS waits`
      );
      return row!.n;
    },
    async round() {
      await collect();
      const due = await db.all<Due>(
        `SELECT m.key, m.template, m.parameters, m.tries, m.next_at, c.id AS channel, c.kind, c.address, c.locale, c.token, c.remind
         FROM message m JOIN message_channel c ON c.id = m.channel_id
         WHERE m.state = 'waiting' AND m.next_at <= ? ORDER BY m.next_at LIMIT ?`,
        [iso(clock()), batch]
      );
      let count = 0;
      for (const one of due) if (await sendOne(one)) count++;
      return count;
    }
  };
}
