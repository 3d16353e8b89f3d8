/** Listeners of this page, where the browser has no channel that would reach them. */
const here = new Map<string, Set<() => void>>();

/** What pages have and the service worker, which uses this file too, has not. */
interface PageScope {
  localStorage: { setItem(key: string, value: string): void; removeItem(key: string): void };
  addEventListener(type: 'storage', heard: (event: Stored) => void): void;
  removeEventListener(type: 'storage', heard: (event: Stored) => void): void;
}
type Stored = { key: string | null; newValue: string | null };
const page = globalThis as unknown as PageScope;

const hasChannels = () => typeof BroadcastChannel === 'function';

/**
 * Tells all who listen under `name`, in every page of this browser and in the service worker, that something has
 * happened; never throws. Without `BroadcastChannel` (before Safari 15.4) pages hear it by a storage event, and the
 * service worker neither tells nor hears.
 */
export function tellAll(name: string): void {
  if (hasChannels()) {
    const channel = new BroadcastChannel(name);
    channel.postMessage(null);
    channel.close();
    return;
  }
  for (const heard of here.get(name) ?? []) queueMicrotask(heard);
  try {
    page.localStorage.setItem(name, String(Math.random()));
    page.localStorage.removeItem(name);
  } catch {
    // Storage is switched off, or this is the service worker: other pages read it when they are opened anew.
  }
}

/** Calls `heard` each time; answers how to stop. */
export function listen(name: string, heard: () => void): () => void {
  if (hasChannels()) {
    const channel = new BroadcastChannel(name);
    channel.onmessage = heard;
    return () => channel.close();
  }
  const onStorage = ({ key, newValue }: Stored) => {
    if (key === name && newValue !== null) heard();
  };
  const local = here.get(name) ?? new Set();
  here.set(name, local.add(heard));
  page.addEventListener('storage', onStorage);
  return () => {
    local.delete(heard);
    page.removeEventListener('storage', onStorage);
  };
}
