import { database } from '$lib/storage/database';
import { emptyDraft, type Draft } from './draft';

/** The draft as it stands on the device. @throws DOMException where nothing can be kept */
export async function readDraft(): Promise<Draft> {
  return { ...emptyDraft, ...(await (await database()).get('draft', 'current')) };
}

/**
 * Changes some of the draft, reading and writing in one transaction: what another tab or the service worker has
 * written meanwhile stays.
 *
 * @returns the whole draft after the change
 * @throws DOMException where nothing can be kept
 */
export async function changeDraft(patch: Partial<Draft>): Promise<Draft> {
  const transaction = (await database()).transaction('draft', 'readwrite');
  const changed = { ...emptyDraft, ...(await transaction.store.get('current')), ...patch };
  await transaction.store.put(changed, 'current');
  await transaction.done;
  return changed;
}
