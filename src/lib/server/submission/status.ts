import type { SubmissionStatus } from '$lib/submission/contract';
import type { StoredSubmission } from '../store/submissions';
import type { SubmissionParts } from './service';

const by = (who: string) => (who === 'student' || who === 'system' ? who : 'staff');

/** What the student is told, under the id they asked with. */
export async function statusOf(
  submission: StoredSubmission,
  id: string,
  { store, campaigns }: Pick<SubmissionParts, 'store' | 'campaigns'>
): Promise<SubmissionStatus> {
  const { state, receivedAt, photoSha256, photoBytes, reasons, attempt, campaign: code } = submission;
  const campaign = await campaigns.find(code);
  const history = await store.history(submission.id);
  return {
    id,
    state,
    receivedAt,
    photoSha256,
    photoBytes,
    reasons,
    campaign: code,
    attempt,
    retakesLeft: Math.max(0, (campaign?.retakes ?? 0) - attempt),
    replacedBy: (await store.replacementOf(submission.id))?.id ?? null,
    history: history.map(({ at, state, who, reasons }) => ({ at, state, by: by(who), reasons }))
  };
}
