/** Sooner than this, in ms, a rate says nothing. */
const settledMs = 400;

/** Bytes that had come at a time, in ms. */
interface Mark {
  loaded: number;
  at: number;
}

/**
 * Whether a download is seen to end too late at the rate of its bytes, so that waiting for it gains nothing.
 *
 * @param first what had come when it was first looked at
 * @param now the same, now
 * @param total bytes in all
 * @param until time, in ms, by which it has to be there
 */
export function comesTooLate(first: Mark, now: Mark, total: number, until: number): boolean {
  const ms = now.at - first.at;
  if (ms < settledMs || now.loaded >= total) return false;
  const perMs = (now.loaded - first.loaded) / ms;
  return now.at + (total - now.loaded) / perMs > until;
}
