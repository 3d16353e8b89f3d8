import type { Subscription, SubscriptionKind } from '$lib/api/contracts/messages';
import type { Locale } from '$lib/i18n/locales';
import type { Template } from '../store/messages';

export interface OutgoingMessage {
  /** The same for every try, so that the receiving side can tell a repeat. */
  key: string;
  template: Template;
  locale: Locale;
  title: string;
  body: string;
  /** Masked. */
  name: string;
  /** Ends the subscription. */
  token: string;
}

/** `gone`: the address takes no messages any more; trying again is of no use. */
export type Sent = { kind: 'sent' } | { kind: 'gone' } | { kind: 'later'; why: string };

/** One way to reach students. */
export interface SenderOf<Kind extends SubscriptionKind> {
  readonly kind: Kind;
  /** Whether messages may go to this address at all. */
  accepts(to: Extract<Subscription, { kind: Kind }>): boolean;
  /** Never throws; what failed is tried again. */
  send(to: Extract<Subscription, { kind: Kind }>, message: OutgoingMessage): Promise<Sent>;
}

/** Any of them. */
export type MessageSender = { [Kind in SubscriptionKind]: SenderOf<Kind> }[SubscriptionKind];
