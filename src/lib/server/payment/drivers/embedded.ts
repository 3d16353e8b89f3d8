import { Refusal } from '../../http/problem';
import type { SqlDatabase } from '../../store/sql';
import { ForgedCallback, type OrderFacts, type PaymentDriver } from '../driver';
import { hasVoucher, useVoucher } from '../../store/vouchers';

const noCallbacks = {
  callback: () => Promise.reject(new ForgedCallback()),
  acknowledge: () => new Response(null, { status: 404 }),
  bill: () => Promise.resolve(null)
};
const paymentOf = ({ id, amountFen }: OrderFacts) => ({ transactionId: id, amountFen });

/** A campaign that costs nothing: an order is paid by being made. */
export const freeDriver: PaymentDriver = {
  id: 'free',
  ways: ['free'],
  begin: (order) => Promise.resolve({ kind: 'paid', payment: paymentOf(order) }),
  query: (order) => Promise.resolve({ state: 'paid', payment: paymentOf(order) }),
  close: () => Promise.resolve({ state: 'closed' }),
  refund: () => Promise.resolve('done'),
  ...noCallbacks
};

/** The institution has paid: a code stands for the fee, once. */
export function voucherDriver(db: SqlDatabase): PaymentDriver {
  const used = async (order: OrderFacts) =>
    (await hasVoucher(db, order.id)) ? { state: 'paid' as const, payment: paymentOf(order) } : null;
  return {
    id: 'voucher',
    ways: ['voucher'],
    async begin(order, { voucher, campaign }) {
      const earlier = await used(order);
      if (!earlier && !(await useVoucher(db, campaign, voucher ?? '', order.id)))
        throw new Refusal('payment.voucher');
      return { kind: 'paid', payment: paymentOf(order) };
    },
    query: async (order) => (await used(order)) ?? { state: 'open' },
    close: async (order) => (await used(order)) ?? { state: 'closed' },
    refund: () => Promise.resolve('done'),
    ...noCallbacks
  };
}
