import { session } from '$lib/flow/session.svelte';
import { network } from '$lib/offline/network.svelte';
import { delivery } from './delivery.svelte';
import { sendAll } from './outbox';
import { nextDelay } from './retry';

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Sends what waits in the outbox, and tries again by itself, less and less often, while something still waits.
 * Safe to call at any time: on a start, when the network is back, when the page is looked at again.
 */
export async function deliver(): Promise<void> {
  clearTimeout(timer);
  delivery.busy = true;
  try {
    const left = await sendAll(
      (answer) => (delivery.problem = answer.ok ? null : answer.code),
      (share) => (delivery.share = share)
    );
    failures = left ? failures + 1 : 0;
    if (left) {
      // What stands between is told on every page.
      void network.look();
      timer = setTimeout(() => void deliver(), nextDelay(failures));
      void askForSync();
    }
    await session.refresh();
  } catch {
    // No storage on this device: nothing can be waiting in it.
  } finally {
    delivery.busy = false;
    delivery.share = null;
  }
}

/** Background Sync, where the browser has it, sends even after the page is closed. */
async function askForSync(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync;
    await sync?.register('outbox');
  } catch {
    // Not allowed here: the page itself tries again.
  }
}
