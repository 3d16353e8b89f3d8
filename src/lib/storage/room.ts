/** What a draft, its pictures and a waiting submission may need, with room to spare. */
const neededBytes = 20 * 1024 * 1024;

/** Asks the browser not to clear this site's storage by itself; it may say no, and nothing depends on it. */
export async function askToKeep(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Not offered here.
  }
}

/** False when this device is so full that a photo could not be kept; true also where the browser will not tell. */
export async function hasRoom(): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined || quota - usage > neededBytes;
  } catch {
    return true;
  }
}
