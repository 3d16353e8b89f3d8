import { Leases } from './lease';

const leases = new Leases();
/** Longer than most submissions take to be sent; a turn that does not come by then may never come. */
const waitLimitMs = 30_000;

/**
 * Runs `work` while no other page, nor the service worker, runs work under the same name; waits for its turn. Web
 * Locks where the browser has them, else a lease in IndexedDB. Where no turn comes in time, or neither can be had, the
 * work is done all the same: it must bear being done twice.
 *
 * @throws whatever `work` throws
 */
export function exclusive<T>(name: string, work: () => Promise<T>, limitMs = waitLimitMs): Promise<T> {
  return new Promise((resolve, reject) => {
    let begun = false;
    const once = async () => {
      if (begun) return;
      begun = true;
      clearTimeout(timer);
      try {
        resolve(await work());
      } catch (error) {
        reject(error as Error);
      }
    };
    const timer = setTimeout(() => void once(), limitMs);
    const { locks } = navigator as { locks?: LockManager };
    const turn = locks ? locks.request(name, once) : leases.hold(name, once);
    // No turns here: done without.
    turn.catch(() => void once());
  });
}
