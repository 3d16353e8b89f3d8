/**
 * The time by which the endpoint decides: leases, deadlines, expiries and limits. Over PostgreSQL it is the database's
 * clock, so that instances whose own clocks differ agree; over SQLite, which one machine has, that machine's.
 */

/** What the database's clock said, ms since 1970, when this process's monotonic clock stood at `by`. */
let known: { at: number; by: number; owner: symbol } | null = null;

/** Now by the database’s clock where it is known, by this machine’s else; ms since 1970. */
export const nowMs = (): number => (known ? Math.floor(known.at + performance.now() - known.by) : Date.now());

/** ISO 8601, of now where nothing else is given. */
export const iso = (ms: number = nowMs()): string => new Date(ms).toISOString();

/**
 * Asks a database what time it is, and goes by that from then on. What lies within the time that the question took is no
 * difference.
 *
 * @param owner whose clock it is: `forgetTime` with it goes back to this machine's
 */
export async function learnTime(owner: symbol, ask: () => Promise<number>): Promise<void> {
  const asked = performance.now();
  const told = await ask();
  const answered = performance.now();
  const doubt = (answered - asked) / 2;
  const at = told - doubt;
  const before = known && known.at + asked - known.by;
  if (before === null || Math.abs(before - at) > doubt) known = { at, by: asked, owner };
  else if (known) known.owner = owner;
}

/** Goes back to this machine's clock where `owner`'s was gone by. */
export function forgetTime(owner: symbol): void {
  if (known?.owner === owner) known = null;
}
