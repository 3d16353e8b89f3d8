import type { SubmissionStatus } from '$lib/api/contracts/submission';
import { isProblemCode } from '$lib/api/problems';
import type { Result } from '$lib/api/request';
import { emptyDraft, type Draft } from '$lib/flow/draft';
import { exclusive } from '$lib/platform/exclusive';
import { tellChange } from '$lib/storage/changes';
import { transact } from '$lib/storage/transact';
import { putSubmission } from './client';
import type { OutboxItem } from './outbox-item';

/** Only one tab, or the service worker, empties the outbox at a time. */
const lockName = 'gradframe.outbox';

/**
 * Puts a submission into the outbox and writes it into the draft, both or neither: from here on it survives a
 * crash, and no second tab can hand the same draft in again.
 *
 * @returns false when the draft was handed in already
 * @throws DOMException where nothing can be kept or no room is left
 */
export async function enqueue(item: OutboxItem): Promise<boolean> {
  const fresh = await transact(['draft', 'outbox'], 'readwrite', async (transaction) => {
    const drafts = transaction.objectStore('draft');
    const draft: Draft = { ...emptyDraft, ...(await drafts.get('current')) };
    if (draft.submission !== null) return draft.submission.id === item.id;
    await transaction.objectStore('outbox').add(item);
    await drafts.put(withSubmission(draft, item), 'current');
    return true;
  });
  tellChange();
  return fresh;
}

/** The draft once `item` is on its way. */
export function withSubmission(draft: Draft, { id, key }: OutboxItem): Draft {
  return { ...draft, submission: { id, key, status: null }, refusal: null };
}

/** The draft once the endpoint has answered for the submission `id`; unchanged when it is about another. */
export function withAnswer(draft: Draft, id: string, answer: Result<SubmissionStatus>): Draft {
  const { submission } = draft;
  if (submission?.id !== id) return draft;
  if (answer.ok) return { ...draft, submission: { ...submission, status: answer.value } };
  // Refused for good: the photo is still here, and may be handed in anew.
  return answer.retry || !isProblemCode(answer.code)
    ? draft
    : {
        ...draft,
        submission: null,
        refusal: answer.code,
        // Not paid after all: what is to pay is asked for anew.
        ...(answer.code === 'payment.required' && { fee: null })
      };
}

/**
 * Sends what waits, oldest first, and stops at the first that has to be tried again later. An item leaves the
 * outbox only when the endpoint has acknowledged it or refused it for good, together with the draft's note of it.
 *
 * @param tell called with each answer
 * @param progress told the share of one that arrived, 0…1, where it goes in parts
 * @returns how many still wait
 */
export async function sendAll(
  tell: (answer: Result<SubmissionStatus>) => void = () => {},
  progress: (share: number) => void = () => {}
): Promise<number> {
  return exclusive(lockName, async () => {
    for (let first = await oldest(); first; first = await oldest()) {
      const answer = await putSubmission(first.item, progress);
      tell(answer);
      if (!answer.ok && answer.retry) break;
      await settle(first.at, first.item.id, answer);
    }
    return transact(['outbox'], 'readonly', (transaction) => transaction.objectStore('outbox').count());
  });
}

async function oldest(): Promise<{ at: number; item: OutboxItem } | null> {
  return transact(['outbox'], 'readonly', async (transaction) => {
    const cursor = await transaction.objectStore('outbox').openCursor();
    return cursor && { at: cursor.key, item: cursor.value };
  });
}

async function settle(at: number, id: string, answer: Result<SubmissionStatus>): Promise<void> {
  await transact(['draft', 'outbox'], 'readwrite', async (transaction) => {
    const drafts = transaction.objectStore('draft');
    const draft = await drafts.get('current');
    if (draft) await drafts.put(withAnswer(draft, id, answer), 'current');
    await transaction.objectStore('outbox').delete(at);
  });
  tellChange();
}

/**
 * Forgets the draft together with its submission if that still waits, both or neither. One that is on its way
 * already may arrive; nothing of it stays here.
 *
 * @throws DOMException where nothing is kept on this device
 */
export async function forget(): Promise<void> {
  await transact(['draft', 'outbox'], 'readwrite', async (transaction) => {
    const drafts = transaction.objectStore('draft');
    const draft = await drafts.get('current');
    const outbox = transaction.objectStore('outbox');
    const at = draft?.submission && (await outbox.index('id').getKey(draft.submission.id));
    if (at) await outbox.delete(at);
    await drafts.put(emptyDraft, 'current');
  });
  tellChange();
}
