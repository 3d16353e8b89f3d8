/** Milliseconds that the endpoint's clock is ahead of this device's; 0 until it answered. */
let aheadMs = 0;

/**
 * Learns the endpoint's clock from an answer of its own.
 *
 * @param date the answer's `Date` header, whole seconds; one that is missing or no date tells nothing
 * @param now ms since 1970 by this device, when it came
 */
export function learnClock(date: string | null, now = Date.now()): void {
  const told = Date.parse(date ?? '');
  // Half a second is the header's rounding.
  if (!Number.isNaN(told)) aheadMs = told + 500 - now;
}

/** ms since 1970 by the endpoint's clock, as far as it is known: what deadlines are told by. */
export const serverNow = (): number => Date.now() + aheadMs;
