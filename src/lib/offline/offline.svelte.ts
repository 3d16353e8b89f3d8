import { dev } from '$app/environment';
import { codeAssets, photoAssets } from '$lib/core/assets';
import type { Fetched, Order, Prepared } from './messages';
import { secondsLeft } from './time-left';

/** The product's own copy on this device: made on the first visit, renewed between two students. */
class Offline {
  /** How far the checking tools are at hand; null before that began. */
  progress = $state.raw<Prepared | null>(null);
  #registration = $state.raw<ServiceWorkerRegistration | null>(null);

  get installed(): boolean {
    return this.#registration !== null;
  }

  /** Everything is on this device. */
  get ready(): boolean {
    return this.progress !== null && this.progress.done && this.progress.files === this.progress.total;
  }

  /** All was asked for and not all came: no network, and no copy here, or one that the browser has evicted. */
  get missing(): boolean {
    return this.progress !== null && this.progress.done && !this.ready;
  }

  /** Installs the service worker once the page itself has come; `language` is the one shown. */
  async start(language: string): Promise<void> {
    if (dev || !('serviceWorker' in navigator)) return;
    try {
      this.#registration = await navigator.serviceWorker.register('/service-worker.js');
    } catch {
      // Forbidden here (an embedded browser, a private window): the product then needs the network.
      return;
    }
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'language', tag: language } satisfies Order);
  }

  /** Fetches the checking tools ahead of need; again after a try that did not get all. */
  async prepare(): Promise<void> {
    if (!this.#registration || this.ready || (this.progress && !this.progress.done)) return;
    const { active } = await navigator.serviceWorker.ready;
    const urls = [...new Set([...Object.values(codeAssets), ...Object.values(photoAssets)])];
    const { port1, port2 } = new MessageChannel();
    const bytes = Object.values(TOOL_BYTES).reduce((sum, size) => sum + size, 0);
    const began = performance.now();
    this.progress = { files: 0, total: urls.length, loaded: 0, bytes, secondsLeft: null, done: false };
    port1.onmessage = ({ data }) => {
      const fetched = data as Fetched;
      const left = secondsLeft(fetched.loaded, bytes, performance.now() - began);
      this.progress = { ...fetched, bytes, secondsLeft: left };
      if (this.progress.done) port1.close();
    };
    active?.postMessage({ type: 'prepare', urls } satisfies Order, [port2]);
  }

  /** Takes a newer version over, if one waits, and opens the page anew; call only when nobody is in the middle. */
  renew(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting || !navigator.serviceWorker.controller) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'activate' } satisfies Order);
  }
}

export const offline = new Offline();
