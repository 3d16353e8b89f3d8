import { storedBytes } from '$lib/storage/stored-bytes';
import { transact } from '$lib/storage/transact';
import { emptyDraft, type Draft } from './draft';

/** The draft as it stands on the device. @throws DOMException where nothing can be kept */
export async function readDraft(): Promise<Draft> {
  const stored = await transact(['draft'], 'readonly', (transaction) =>
    transaction.objectStore('draft').get('current')
  );
  return withBytes({ ...emptyDraft, ...stored });
}

/**
 * Changes some of the draft, reading and writing in one transaction: what another tab or the service worker has
 * written meanwhile stays.
 *
 * @returns the whole draft after the change
 * @throws DOMException where nothing can be kept; Error on a kiosk, which keeps no student's draft
 */
export async function changeDraft(patch: Partial<Draft>): Promise<Draft> {
  return transact(['draft', 'kiosk'], 'readwrite', async (transaction) => {
    if (await transaction.objectStore('kiosk').getKey('state')) throw new Error('this device is a kiosk');
    const drafts = transaction.objectStore('draft');
    const changed = { ...emptyDraft, ...(await drafts.get('current')), ...patch };
    await drafts.put(changed, 'current');
    return changed;
  });
}

/** Earlier versions kept the picture before as a Blob, which WebKit's private windows refuse to store. */
async function withBytes(draft: Draft): Promise<Draft> {
  const before: unknown = draft.shot?.before;
  if (!draft.shot || !(before instanceof Blob)) return draft;
  return changeDraft({ shot: { ...draft.shot, before: await storedBytes(before) } });
}
