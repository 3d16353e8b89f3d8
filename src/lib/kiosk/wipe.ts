import { session } from '$lib/flow/session.svelte';
import { within } from '$lib/platform/within';
import { kiosk } from './kiosk.svelte';

/** A store that does not answer by then keeps no student's data on show. */
const countMs = 2_000;

/**
 * Forgets the student: the draft lives in memory alone, and the page is opened anew, so that no variable, worker,
 * form or picture of it remains.
 *
 * @param left the student went away in the middle
 */
export async function wipe(left: boolean): Promise<void> {
  // A count is not worth keeping a student’s data for.
  if (left) await within(countMs, kiosk.count({ left: 1 })).catch(() => undefined);
  await session.reset();
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Forbidden here: then nothing is in them.
  }
  location.replace('/kiosk');
}
