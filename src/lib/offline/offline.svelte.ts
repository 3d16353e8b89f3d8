import { dev } from '$app/environment';
import { cameraFiles, otherFiles, photoFiles } from '$lib/core/assets';
import { faceCore } from '$lib/core/face-core';
import { savesData } from '$lib/platform/saves-data';
import { within } from '$lib/platform/within';
import type { Fetched, Order, Prepared } from './messages';
import { network } from './network.svelte';
import { secondsLeft } from './time-left';

/** A service worker that is not there by then is told as missing; one that comes later serves as well. */
const registerMs = 20_000;
/** Who has not begun by then only looks. */
const idleMs = 10_000;
/** Without a word of the service worker for so long, it does not fetch any more. */
const silentMs = 60_000;

/** The product's own copy on this device: made on the first visit, renewed between two students. */
class Offline {
  /** How far the checking tools are at hand; null before that began. */
  progress = $state.raw<Prepared | null>(null);
  /** This browser keeps no copy of the product: it works with a network alone. */
  unavailable = $state(false);
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
    if (dev) return;
    if (!('serviceWorker' in navigator)) {
      this.unavailable = true;
      return;
    }
    const late = setTimeout(() => (this.unavailable = true), registerMs);
    try {
      // Nothing waits for it: one that comes late serves as well.
      this.#registration = await register();
      this.unavailable = false;
    } catch {
      // Forbidden here (an embedded browser, a private window): the product then needs the network.
      this.unavailable = true;
      return;
    } finally {
      clearTimeout(late);
    }
    // It takes longer to install on a slow line than a page waits to be told.
    void navigator.serviceWorker.ready.then(() => {
      if (this.missing) void this.prepare();
    });
    const worker = await this.#worker();
    worker?.postMessage({ type: 'language', tag: language } satisfies Order);
    setTimeout(() => {
      if (!this.progress && !savesData()) worker?.postMessage({ type: 'pages' } satisfies Order);
    }, idleMs);
  }

  /** Fetches the checking tools ahead of need; again after a try that did not get all. */
  async prepare(): Promise<void> {
    if (!this.#registration || this.ready || (this.progress && !this.progress.done)) return;
    const bytes = Object.values(TOOL_BYTES).reduce((sum, size) => sum + size, 0);
    const began = performance.now();
    const none: Prepared = {
      files: 0,
      total: cameraFiles.length + photoFiles.length + otherFiles.length,
      loaded: 0,
      trouble: null,
      bytes,
      secondsLeft: null,
      done: false
    };
    this.progress = none;
    const worker = await this.#worker();
    if (!worker) {
      this.progress = { ...none, trouble: 'network', done: true };
      return;
    }
    const { port1, port2 } = new MessageChannel();
    const end = (trouble: Prepared['trouble']) => {
      clearTimeout(silent);
      port1.close();
      // Told for the whole page: nothing else will come either.
      if (trouble && trouble !== 'storage') void network.look();
    };
    const quiet = () => {
      this.progress = { ...(this.progress ?? none), trouble: 'network', done: true };
      end('network');
    };
    let silent = setTimeout(quiet, silentMs);
    let waiting = true;
    port1.onmessage = ({ data }) => {
      clearTimeout(silent);
      silent = setTimeout(quiet, silentMs);
      const fetched = data as Fetched;
      if (waiting && fetched.files >= cameraFiles.length) {
        waiting = false;
        void faceCore.advised().then(() => port1.postMessage(null));
      }
      const left = secondsLeft(fetched.loaded, bytes, performance.now() - began);
      this.progress = { ...fetched, bytes, secondsLeft: left };
      if (fetched.done) end(fetched.trouble);
    };
    const order: Order = {
      type: 'prepare',
      first: [...cameraFiles],
      photo: [...photoFiles],
      then: [...otherFiles]
    };
    worker.postMessage(order, [port2]);
  }

  /** The service worker once it runs; null when it could not be installed, as where a file of it was another. */
  async #worker(): Promise<ServiceWorker | null> {
    try {
      let registration = this.#registration;
      if (registration?.active) return registration.active;
      // An earlier try has failed.
      if (!registration?.installing && !registration?.waiting)
        this.#registration = registration = await within(registerMs, register());
      const { ready } = navigator.serviceWorker;
      // Its files come over a slow line.
      return (await within(silentMs, Promise.race([ready, gone(registration)]))).active;
    } catch {
      // told by what the look finds; tried again when the page is looked at or the network is back
      void network.look();
      return null;
    }
  }

  /** Takes a newer version over, if one waits, and opens the page anew; call only when nobody is in the middle. */
  renew(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting || !navigator.serviceWorker.controller) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'activate' } satisfies Order);
  }
}

const register = () => navigator.serviceWorker.register('/service-worker.js');

/** Rejects when the first service worker of a registration could not be installed. */
function gone({ installing }: ServiceWorkerRegistration): Promise<never> {
  return new Promise((_, reject) =>
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant') reject(new Error('the service worker was not installed'));
    })
  );
}

export const offline = new Offline();
