import { randomId } from '$lib/platform/random-id';
import { within } from '$lib/platform/within';
import { transact } from './transact';

let known: string | undefined;
/** The limits of the endpoint are not worth a longer wait. */
const patienceMs = 5_000;

/**
 * A random id of this device for the endpoint's limits, made on first use; it goes with everything else that the
 * browser forgets. Where nothing can be kept it holds for this visit.
 */
export async function deviceId(): Promise<string> {
  if (known) return known;
  const fresh = randomId();
  try {
    known = await within(
      patienceMs,
      transact(['device'], 'readwrite', async (transaction) => {
        const store = transaction.objectStore('device');
        const id = (await store.get('id')) ?? fresh;
        await store.put(id, 'id');
        return id;
      })
    );
  } catch {
    // nothing can be kept: the id holds for this visit
    known ??= fresh;
  }
  return known;
}
