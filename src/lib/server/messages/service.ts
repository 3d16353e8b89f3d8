import { randomBytes, randomUUID } from 'node:crypto';
import type { MessageKey } from '$lib/i18n/catalogue';
import { loadTexts } from '$lib/i18n/load';
import { fill } from '$lib/i18n/message';
import type { Subscription } from '$lib/api/contracts/messages';
import { maskName } from '$lib/api/mask';
import { noteConsent } from '../store/consent';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../store/campaigns';
import type { SqlDatabase } from '../store/sql';
import { isFinal } from '../submission/states';
import {
  addChannel,
  campaignOf,
  channelsOf,
  confirmChannel,
  dropChannel,
  endChannel,
  setRemind
} from '../store/message-channels';
import {
  addOutcome,
  countWaiting,
  dropSilent,
  dueMessages,
  endMessage,
  postponeMessage,
  takeMessage,
  untold,
  type Due
} from '../store/messages';
import { countAsked } from '../store/messages-asked';
import type { MessageSender, SenderOf, Sent } from './sender';
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

/** Messages over the database, sent by whichever senders are on. */
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
    for (const outcome of await untold(db)) {
      const { campaign, name, changed_at: changedAt } = outcome;
      const undoSeconds = (await campaigns.get(campaign))?.review.undoSeconds ?? 0;
      if (!isFinal(changedAt, undoSeconds, clock())) continue;
      const parameters = JSON.stringify({ name: maskName(name) });
      await db.transaction((sql) => addOutcome(sql, outcome, { parameters, at: iso(clock()) }));
    }
    // An address that nobody has confirmed is nobody's.
    // Whose data is erased or who took the photo back hears nothing any more.
    await dropSilent(db, iso(clock() - unconfirmedMs));
  }

  async function sendOne(due: Due): Promise<boolean> {
    if (!(await takeMessage(db, due, iso(clock() + leaseMs)))) return false;
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
      await postponeMessage(db, key, iso(clock() + pause), sent.why);
    } else await end(due, sent);
    return sent.kind === 'sent';
  }

  /** The outbox remembers that it was sent; the address is gone, unless its owner may have to be reminded. */
  async function end({ key, channel, template, remind }: Due, sent: Sent): Promise<void> {
    const stays =
      sent.kind === 'sent' && (template === 'confirm' || (remind === 1 && template !== 'approved'));
    await db.transaction(async (sql) => {
      await endMessage(sql, key, {
        state: sent.kind === 'sent' ? 'sent' : 'failed',
        at: iso(clock()),
        why: sent.kind === 'later' ? sent.why : sent.kind
      });
      // Whoever was asked may answer.
      if (!stays) await dropChannel(sql, channel);
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
      await db.transaction(async (sql) => {
        await sql.lock(`messages ${submissionId}`);
        const there = await channelsOf(sql, submissionId);
        const same = there.find((one) => one.kind === kind);
        if (same?.address === written) {
          await setRemind(sql, { submission: submissionId, kind, address: written }, remind);
          return;
        }
        if (!same && there.length >= maxKinds) throw new Refusal('message.tooMany');
        const anybodys = chargeable.includes(kind);
        if (anybodys) {
          const campaign = await campaignOf(sql, submissionId);
          const asked = { kind, address: written, submission: submissionId, campaign };
          await countAsked(sql, asked, clock());
        }
        const added = await addChannel(sql, {
          ...{ id: randomUUID(), submission: submissionId, kind, address: written, locale },
          ...{ token: randomBytes(24).toString('base64url'), confirmed: !anybodys, remind, at: made }
        });
        if (added)
          await noteConsent(sql, submissionId, {
            purpose: `message.${kind}${remind ? '.remind' : ''}`,
            version: '1',
            agreedAt: made
          });
      });
    },
    async confirm(token) {
      if (!(await confirmChannel(db, token))) throw new Refusal('message.ended');
    },
    unsubscribe: (token) => db.transaction((sql) => endChannel(sql, token)),
    waiting: () => countWaiting(db, 1000),
    async round() {
      await collect();
      const due = await dueMessages(db, iso(clock()), batch);
      let count = 0;
      for (const one of due) if (await sendOne(one)) count++;
      return count;
    }
  };
}
