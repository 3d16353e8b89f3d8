import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ForgedCallback, ProviderError, type BillLine, type OrderFacts, type PaymentDriver } from '../driver';
import { nowMs } from '../../time';

/** A callback signed longer ago than this is not believed, ms. */
const freshMs = 5 * 60_000;

interface SandboxOrder {
  amountFen: number;
  state: 'open' | 'closed' | 'paid';
  transactionId: string | null;
  refunded: boolean;
}

export interface SignedCallback {
  headers: Headers;
  body: string;
}

/**
 * A provider for trying things out: it takes no money and tells of it by signed callbacks, as the real ones do. What
 * it knows is gone with the process; an order it has forgotten counts as never paid there.
 */
export class SandboxProvider {
  readonly #orders = new Map<string, SandboxOrder>();

  /** @param clock ms since 1970 */
  constructor(
    readonly key: Uint8Array = randomBytes(32),
    readonly clock: () => number = nowMs
  ) {}

  open({ id, amountFen }: OrderFacts): void {
    if (!this.#orders.has(id))
      this.#orders.set(id, { amountFen, state: 'open', transactionId: null, refunded: false });
  }

  find(id: string): Readonly<SandboxOrder> | undefined {
    return this.#orders.get(id);
  }

  all(): [string, Readonly<SandboxOrder>][] {
    return [...this.#orders];
  }

  /** The payer pays; false when the order cannot be paid any more, or is paid. */
  pay(id: string): boolean {
    const order = this.#orders.get(id);
    if (order?.state !== 'open') return false;
    Object.assign(order, { state: 'paid', transactionId: randomBytes(14).toString('hex') });
    return true;
  }

  /** No more money for an open order; what it is after that. */
  close(id: string): 'closed' | 'paid' {
    const order = this.#orders.get(id);
    if (order?.state === 'paid') return 'paid';
    // Also an order it never heard of can no longer be opened.
    this.#orders.set(id, { amountFen: 0, refunded: false, ...order, state: 'closed', transactionId: null });
    return 'closed';
  }

  refund(id: string): void {
    const order = this.#orders.get(id);
    if (order?.state === 'paid') order.refunded = true;
  }

  /** The signed news of a payment, each call with a time and a nonce of its own but the same event id. */
  notice(id: string, changes: Partial<{ amountFen: number }> = {}): SignedCallback {
    const { amountFen, transactionId } = this.#orders.get(id)!;
    const body = JSON.stringify({ event: `paid:${id}`, order: id, transactionId, amountFen, ...changes });
    return this.sign(body);
  }

  sign(body: string): SignedCallback {
    const timestamp = String(Math.floor(this.clock() / 1000));
    const nonce = randomBytes(8).toString('hex');
    const signature = signatureOf(this.key, timestamp, nonce, body);
    return {
      body,
      headers: new Headers({
        'sandbox-timestamp': timestamp,
        'sandbox-nonce': nonce,
        'sandbox-signature': signature
      })
    };
  }
}

const signatureOf = (key: Uint8Array, timestamp: string, nonce: string, body: string) =>
  createHmac('sha256', key).update(`${timestamp}\n${nonce}\n${body}\n`).digest('base64');

/** Page on which the sandbox asks the payer. */
const sandboxPage = '/payment/sandbox';

/** Drives the provider of the same process, which takes no money: for trying the payment out. */
export function sandboxDriver(provider: SandboxProvider): PaymentDriver {
  const paymentOf = (id: string) => {
    const { transactionId, amountFen } = provider.find(id)!;
    return { transactionId: transactionId!, amountFen };
  };
  return {
    id: 'sandbox',
    ways: ['sandbox'],
    begin(order) {
      provider.open(order);
      if (provider.find(order.id)?.state === 'closed')
        return Promise.reject(new ProviderError('sandbox', 'closed'));
      return Promise.resolve({ kind: 'redirect', url: `${sandboxPage}#${order.id}` });
    },
    callback(headers, body) {
      const timestamp = headers.get('sandbox-timestamp') ?? '';
      const expected = Buffer.from(
        signatureOf(provider.key, timestamp, headers.get('sandbox-nonce') ?? '', body)
      );
      const given = Buffer.from(headers.get('sandbox-signature') ?? '');
      const old = !(Math.abs(provider.clock() - Number(timestamp) * 1000) <= freshMs);
      if (given.length !== expected.length || !timingSafeEqual(given, expected) || old)
        return Promise.reject(new ForgedCallback());
      const { event, order, transactionId, amountFen } = JSON.parse(body) as Record<string, string & number>;
      return Promise.resolve({
        eventId: event!,
        orderId: order!,
        payment: { transactionId: transactionId!, amountFen: amountFen! }
      });
    },
    acknowledge: (taken) => new Response(taken ? 'success' : 'fail', { status: taken ? 200 : 401 }),
    query({ id }) {
      const found = provider.find(id);
      if (found?.state === 'paid') return Promise.resolve({ state: 'paid', payment: paymentOf(id) });
      return Promise.resolve({ state: found?.state ?? 'unknown' });
    },
    close: ({ id }) =>
      Promise.resolve(
        provider.close(id) === 'paid' ? { state: 'paid', payment: paymentOf(id) } : { state: 'closed' }
      ),
    refund({ id }) {
      provider.refund(id);
      return Promise.resolve('done');
    },
    bill: () =>
      Promise.resolve(
        provider.all().flatMap(([orderId, { state, refunded, amountFen, transactionId }]): BillLine[] => {
          const line = { orderId, amountFen, transactionId: transactionId! };
          if (state !== 'paid') return [];
          return [{ ...line, kind: 'payment' }, ...(refunded ? [{ ...line, kind: 'refund' as const }] : [])];
        })
      )
  };
}
