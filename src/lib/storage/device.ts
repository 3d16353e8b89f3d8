import { randomId } from '$lib/platform/random-id';
import { database } from './database';

let known: string | undefined;

/**
 * A random id of this device for the endpoint's limits, made on first use; it goes with everything else that the
 * browser forgets. Where nothing can be kept it holds for this visit.
 */
export async function deviceId(): Promise<string> {
  if (known) return known;
  const fresh = randomId();
  try {
    const store = (await database()).transaction('device', 'readwrite').store;
    known ??= (await store.get('id')) ?? fresh;
    await store.put(known, 'id');
  } catch {
    // nothing can be kept: the id holds for this visit
    known ??= fresh;
  }
  return known;
}
