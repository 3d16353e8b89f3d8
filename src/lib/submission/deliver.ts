import { session } from '$lib/flow/session.svelte';
import { sendAll } from './outbox';
import { delivery } from './delivery.svelte';

/** Sends what waits in the outbox and tells the session what the endpoint said. Safe to call at any time. */
export async function deliver(): Promise<void> {
  delivery.busy = true;
  try {
    await sendAll(async (id, answer) => {
      const { submission } = session.draft;
      if (submission?.id !== id) return;
      if (answer.ok) {
        delivery.problem = null;
        await session.update({ submission: { ...submission, status: answer.status } });
      } else {
        delivery.problem = answer.code;
        // Refused for good: the photo is still here, and may be handed in anew.
        if (!answer.retry) await session.update({ submission: null, chosen: false });
      }
    });
  } catch {
    // No storage on this device: nothing can be waiting in it.
  } finally {
    delivery.busy = false;
  }
}
