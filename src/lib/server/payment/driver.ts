import type { PaymentAction, PaymentWay } from '$lib/api/contracts/payment';

/** What a driver needs to know of an order. */
export interface OrderFacts {
  /** 32 lower-case hex digits; the provider's `out_trade_no`. */
  id: string;
  way: PaymentWay;
  amountFen: number;
  /** ISO 8601. */
  createdAt: string;
  expiresAt: string;
  /** The provider's own number of the payment, once paid. */
  transactionId: string | null;
}

/** What only the request that begins a payment knows. */
export interface PayerFacts {
  /** Address of the payer's browser, which WeChat H5 payments must name. */
  address: string;
  /** The payer's id at WeChat, for payments inside its browser. */
  openid?: string | undefined;
  voucher?: string | undefined;
  /** Code of the campaign. */
  campaign: string;
}

/** A payment as the provider attests it. */
export interface Payment {
  transactionId: string;
  amountFen: number;
}

/** What a verified callback says. `eventId` is the same when the provider sends the same again. */
export interface CallbackNotice {
  eventId: string;
  orderId: string;
  /** Null when it is news of something else than a payment. */
  payment: Payment | null;
}

/** `unknown`: the provider has never heard of it. */
export type Queried = { state: 'paid'; payment: Payment } | { state: 'open' | 'closed' | 'unknown' };

/** One line of the provider's daily file. */
export interface BillLine {
  orderId: string;
  kind: 'payment' | 'refund';
  amountFen: number;
  transactionId: string;
}

/** A provider answered with a refusal or not at all; `code` is its own code where there is one. */
export class ProviderError extends Error {
  constructor(
    readonly provider: string,
    readonly code: string,
    options?: ErrorOptions
  ) {
    super(`${provider}: ${code}`, options);
    this.name = 'ProviderError';
  }
}

/** A callback that is not from the provider, or too old to be trusted. */
export class ForgedCallback extends Error {
  override name = 'ForgedCallback';
}

/** One provider of payments. Every method but `callback` may throw `ProviderError`, and may be called again. */
export interface PaymentDriver {
  readonly id: string;
  readonly ways: readonly PaymentWay[];
  /** Makes the order known to the provider, or pays it where that is all (free, voucher). */
  begin(order: OrderFacts, payer: PayerFacts): Promise<PaymentAction | { kind: 'paid'; payment: Payment }>;
  /** @throws ForgedCallback */
  callback(headers: Headers, body: string): Promise<CallbackNotice>;
  /** What the provider wants to hear when its callback was taken in, or was not. */
  acknowledge(taken: boolean): Response;
  query(order: OrderFacts): Promise<Queried>;
  /** After `closed` no money can come for it any more. */
  close(order: OrderFacts): Promise<{ state: 'closed' } | { state: 'paid'; payment: Payment }>;
  /** Refunds the whole amount. Idempotent. */
  refund(order: OrderFacts): Promise<'done' | 'underway'>;
  /** The provider's file of one day in China, `YYYY-MM-DD`; null where it has none. */
  bill(day: string): Promise<BillLine[] | null>;
}
