/** Sooner than this a rate says nothing. */
const settledMs = 1_000;

/**
 * Whole seconds that the rest of a download may take at the rate it had so far; null while that cannot be told.
 *
 * @param loaded bytes that have come
 * @param total bytes in all
 * @param ms since it began
 */
export function secondsLeft(loaded: number, total: number, ms: number): number | null {
  if (ms < settledMs || loaded <= 0 || loaded >= total) return null;
  return Math.ceil(((total - loaded) * ms) / loaded / 1_000);
}
