import { database } from '$lib/storage/database';
import { putSubmission, type Answer } from './client';
import type { OutboxItem } from './outbox-item';

/** Only one tab empties the outbox at a time. */
const lockName = 'gradframe.outbox';

/** Puts a submission into the outbox; from here on it survives a crash. */
export async function enqueue(item: OutboxItem): Promise<void> {
  await (await database()).put('outbox', item);
}

export async function waiting(): Promise<number> {
  return (await database()).count('outbox');
}

/**
 * Sends what waits, oldest first, and stops at the first that has to be tried again later. An item leaves the
 * outbox only when the endpoint has acknowledged it or refused it for good.
 *
 * @param tell called with each answer
 */
export async function sendAll(tell: (id: string, answer: Answer) => void | Promise<void>): Promise<void> {
  await navigator.locks.request(lockName, async () => {
    const db = await database();
    for (const item of await db.getAllFromIndex('outbox', 'madeAt')) {
      const answer = await putSubmission(item);
      await tell(item.id, answer);
      if (!answer.ok && answer.retry) return;
      await db.delete('outbox', item.id);
    }
  });
}
