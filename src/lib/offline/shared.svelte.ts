import type { Order } from './messages';

/** How long the service worker may take to answer. */
const patienceMs = 3000;

/**
 * A picture that another app shared with the installed product: a code while the student registers, a photo while they
 * shoot. It waits in memory for the page that can use it.
 */
class Shared {
  picture = $state.raw<File | null>(null);

  /** Fetches it from the service worker, which then forgets it; call on the page that sharing leads to. */
  async fetch(): Promise<void> {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<File | null>((resolve) => {
      port1.onmessage = ({ data }) => resolve(data as File | null);
      setTimeout(() => resolve(null), patienceMs);
    });
    worker.postMessage({ type: 'shared' } satisfies Order, [port2]);
    this.picture = await answer;
    port1.close();
  }

  /** The picture, once. */
  take(): File | null {
    const { picture } = this;
    this.picture = null;
    return picture;
  }
}

export const shared = new Shared();
