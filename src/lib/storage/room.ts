import { within } from '$lib/platform/within';

/** What a draft, its pictures and a waiting submission may need, with room to spare. */
const neededBytes = 16 * 1024 * 1024;
const probeName = 'room';
/** A storage that does not answer by then is not asked any longer. */
const probeMs = 5_000;

/** Asks the browser not to clear this site's storage by itself; it may say no, and nothing depends on it. */
export async function askToKeep(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Not offered here.
  }
}

/**
 * False when this device is so full that a photo could not be kept; true also where the browser will not tell. Browsers
 * no longer tell what is really left (Chromium adds a fixed number to what is used), so as much is written and taken away
 * again.
 */
export async function hasRoom(): Promise<boolean> {
  try {
    const { quota, usage } = await within(probeMs, navigator.storage.estimate());
    if (quota !== undefined && usage !== undefined && quota - usage < neededBytes) return false;
    const cache = await within(probeMs, caches.open(probeName));
    await within(probeMs, cache.put('/', new Response(new Uint8Array(neededBytes))));
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'QuotaExceededError');
  } finally {
    // Nothing was made.
    void globalThis.caches?.delete(probeName).catch(() => undefined);
  }
}
