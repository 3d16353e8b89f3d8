const firstMs = 4_000;
const longestMs = 5 * 60_000;

/**
 * Milliseconds until the next try after so many failures in a row: doubling, up to five minutes, spread by ±25 %
 * so that a hall full of devices does not return all at once.
 *
 * @param random 0…1
 */
export function nextDelay(failures: number, random = Math.random()): number {
  const plain = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(plain * (0.75 + random / 2));
}
