import type { OrderState } from '$lib/api/contracts/payment';

/**
 * The one state machine of an order. Money that arrives for a closed order counts, or goes back at once when the
 * student has paid by another order already.
 */
const next: Record<OrderState, readonly OrderState[]> = {
  ordered: ['pending', 'paid', 'refunding', 'closed'],
  pending: ['paid', 'refunding', 'closed'],
  paid: ['refunding'],
  refunding: ['refunded'],
  refunded: [],
  closed: ['paid', 'refunding']
};

/** Whether an order in one state may come into the other. */
export const mayChange = (from: OrderState, to: OrderState) => next[from].includes(to);
