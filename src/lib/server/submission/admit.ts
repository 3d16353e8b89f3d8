import type { Campaign } from '$lib/api/contracts/campaign';
import { Refusal } from '../http/problem';
import type { StoredSubmission } from '../store/submissions';
import type { SubmissionParts } from './service-parts';
import { isFinal } from './states';

const day = 24 * 60 * 60 * 1000;

/**
 * Whether the campaign takes this submission now.
 *
 * @throws Refusal `campaign.closed`, `submission.tooMany`, `payment.required`
 */
export async function admit(
  { receivedAt, studentNumber }: StoredSubmission,
  campaign: Campaign,
  { campaigns, store, fee }: SubmissionParts
): Promise<void> {
  const now = new Date(receivedAt);
  if (!campaigns.isOpen(campaign, now)) throw new Refusal('campaign.closed');
  const since = new Date(now.getTime() - day).toISOString();
  const count = await store.countOf(campaign.code, studentNumber, since);
  if (count >= (campaign.limits.perStudent ?? 50)) throw new Refusal('submission.tooMany');
  if (fee && !(await fee.settled(campaign, studentNumber))) throw new Refusal('payment.required');
}

/**
 * Which attempt a retake is.
 *
 * @throws Refusal `submission.noRetake` when what it answers is not this student's, was not rejected, or used them up
 */
export function attemptOf(
  { studentNumber, campaign }: StoredSubmission,
  rejected: StoredSubmission | null,
  { retakes, review }: Campaign
): number {
  if (
    rejected?.state !== 'rejected' ||
    rejected.campaign !== campaign ||
    rejected.studentNumber !== studentNumber ||
    rejected.attempt >= retakes ||
    !isFinal(rejected.changedAt, review.undoSeconds, Date.now())
  )
    throw new Refusal('submission.noRetake');
  return rejected.attempt + 1;
}
