import type { SubmissionState, SubmissionStatus } from '$lib/api/contracts/submission';
import type { HistoryEntry, StoredSubmission } from '../store/submissions';
import type { SubmissionParts } from './service-parts';
import { isFinal, isVerdict } from './states';
import { nowMs } from '../time';

const by = (who: string) => (who === 'student' || who === 'system' ? who : 'staff');
const verdictOf = (entry: HistoryEntry | undefined) => entry && isVerdict(entry.state);
const isUndo = ({ from, state }: HistoryEntry) => from !== 'draft' && isVerdict(from) && state === 'inReview';

/** The student's history: hides claim transfers, undone verdicts, and the last verdict while it can be undone. */
function known(history: readonly HistoryEntry[], final: boolean): HistoryEntry[] {
  const shown: HistoryEntry[] = [];
  for (const entry of history) {
    if (entry.from === entry.state) continue;
    if (!isUndo(entry)) shown.push(entry);
    else if (verdictOf(shown.at(-1))) shown.pop();
  }
  if (!final && verdictOf(shown.at(-1))) shown.pop();
  return shown;
}

const dayMs = 24 * 60 * 60 * 1000;

/** What the student is told, under the id they asked with: a verdict only once it can no longer be undone. */
export async function statusOf(
  submission: StoredSubmission,
  id: string,
  { store, campaigns }: Pick<SubmissionParts, 'store' | 'campaigns'>
): Promise<SubmissionStatus> {
  const { receivedAt, photoSha256, photoBytes, attempt, campaign: code } = submission;
  const campaign = await campaigns.get(code);
  const history = await store.history(submission.id);
  const final =
    !isVerdict(submission.state) || isFinal(submission.changedAt, campaign?.review.undoSeconds ?? 0, nowMs());
  const state: SubmissionState = final ? submission.state : 'inReview';
  return {
    id,
    state,
    receivedAt,
    photoSha256,
    photoBytes,
    reasons: final ? submission.reasons : [],
    note: (final && submission.note) || '',
    campaign: code,
    attempt,
    retakesLeft: Math.max(0, (campaign?.retakes ?? 0) - attempt),
    retakeUntil:
      state === 'rejected' && campaign?.retakeDays !== undefined
        ? new Date(Date.parse(submission.changedAt) + campaign.retakeDays * dayMs).toISOString()
        : null,
    replacedBy: (await store.replacementOf(submission.id))?.id ?? null,
    history: known(history, final).map(({ at, state, who, reasons }) => ({ at, state, by: by(who), reasons }))
  };
}
