import { Leases } from './lease';

const leases = new Leases();

/**
 * Runs `work` while no other page, nor the service worker, runs work under the same name; waits for its turn. Web
 * Locks where the browser has them, else a lease in IndexedDB.
 *
 * @throws whatever `work` throws; DOMException where neither can be had
 */
export function exclusive<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? locks.request(name, work) : leases.hold(name, work);
}
