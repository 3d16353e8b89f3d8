/// <reference lib="webworker" />

/** Background Sync, which the platform's own types leave out. */
export interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

/** The service worker's global, typed as what it is. */
export const scope = self as unknown as ServiceWorkerGlobalScope;
