import { kioskApi } from '$lib/api/contracts/kiosk';
import { request } from '$lib/api/request';
import { exclusive } from '$lib/platform/exclusive';
import { transact } from '$lib/storage/transact';
import { nextDelay } from '$lib/submission/retry';
import { kiosk } from './kiosk.svelte';

/** What waits in the kiosk, by number only. */
export interface QueueState {
  waiting: number;
  /** Of these, in no export yet. */
  fresh: number;
  /** Of these, asked for and not taken by the endpoint. */
  refused: number;
}

/** @throws DOMException */
export async function queueState(): Promise<QueueState> {
  const items = await transact(['sealed'], 'readonly', (transaction) =>
    transaction.objectStore('sealed').getAll()
  );
  return {
    waiting: items.length,
    fresh: items.filter(({ exported }) => exported === 0).length,
    refused: items.filter(({ refused }) => refused !== null).length
  };
}

/**
 * The whole queue as a file. The queue stays; importing the file is idempotent.
 *
 * @throws DOMException
 */
export async function exportQueue(): Promise<{ name: string; text: string }> {
  const { setUp, counts } = kiosk.state!;
  const number = counts.exports + 1;
  const { envelopes, last } = await transact(['sealed'], 'readwrite', async (transaction) => {
    const envelopes: Uint8Array<ArrayBuffer>[] = [];
    let last = 0;
    let cursor = await transaction.objectStore('sealed').openCursor();
    for (; cursor; cursor = await cursor.continue()) {
      envelopes.push(cursor.value.bytes);
      last = cursor.key;
      await cursor.update({ ...cursor.value, exported: number });
    }
    return { envelopes, last };
  });
  const { checkOf, writeQueue } = await import('./queue-file');
  await kiosk.noteFile({ check: await checkOf(envelopes), last });
  return {
    name: `gradframe-${setUp.kiosk.slice(0, 8)}-${number}.queue`,
    text: writeQueue({ kiosk: setUp.kiosk, name: setUp.name, number }, envelopes)
  };
}

/**
 * Deletes what a file held, once its import has told the file's check code; what was taken since stays.
 *
 * @returns false, deleting nothing, when no file of this kiosk has that code
 * @throws DOMException
 */
export async function dropImported(check: string): Promise<boolean> {
  const file = kiosk.state?.files?.find((one) => one.check === check);
  if (!file) return false;
  await transact(['sealed'], 'readwrite', (transaction) =>
    transaction.objectStore('sealed').delete(IDBKeyRange.upperBound(file.last))
  );
  return true;
}

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Where the kiosk has a network after all, sends what waits, in order, and tries again later what did not get through. */
export async function deliverQueue(): Promise<void> {
  clearTimeout(timer);
  if (!kiosk.state) return;
  // Not through: tried again later.
  const through = await exclusive('gradframe.sealed', sendEach).catch(() => false);
  failures = through ? 0 : failures + 1;
  if (!through) timer = setTimeout(() => void deliverQueue(), nextDelay(failures));
}

/** False when the endpoint could not be reached, or has not yet the key of something. */
async function sendEach(): Promise<boolean> {
  const keys = await transact(['sealed'], 'readonly', (transaction) =>
    transaction.objectStore('sealed').getAllKeys()
  );
  let through = true;
  for (const at of keys) {
    const item = await transact(['sealed'], 'readonly', (transaction) =>
      transaction.objectStore('sealed').get(at)
    );
    if (!item || item.refused) continue;
    const answer = await request(kioskApi.sealed, { body: item.bytes });
    if (!answer.ok && answer.code === 'kiosk.key') {
      through = false;
      continue;
    }
    if (!answer.ok && answer.retry) return false;
    await transact(['sealed'], 'readwrite', async (transaction) => {
      const sealed = transaction.objectStore('sealed');
      if (answer.ok) await sealed.delete(at);
      // It stays for the operator, who can export it.
      else await sealed.put({ ...item, refused: answer.code }, at);
    });
    if (answer.ok) await kiosk.count({ delivered: 1 });
    kiosk.queueTurn++;
  }
  return through;
}
