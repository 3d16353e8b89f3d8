import type { Campaign } from '$lib/api/contracts/campaign';
import { Refusal } from '../http/problem';
import { countSent } from '../store/sent';
import type { Sql } from '../store/sql';
import type { StoredSubmission } from '../store/submissions';
import type { SubmissionParts } from './service-parts';
import { isFinal } from './states';
import { nowMs } from '../time';

const day = 24 * 60 * 60 * 1000;

/** A kiosk's queue is brought so long after its campaign has closed. */
const broughtWithin = 30 * day;

/** A student's submissions of a day that nobody finds remarkable, where the campaign says nothing. */
const usualPerDay = 50;

/**
 * Whether the campaign takes this submission now, before anything of it is kept. What a kiosk sealed while it was open
 * is taken in afterwards too.
 *
 * @returns whether it came after the campaign has closed
 * @throws Refusal `campaign.closed`, `payment.required`
 */
export async function admit(
  { receivedAt, studentNumber }: StoredSubmission,
  campaign: Campaign,
  { campaigns, fee }: SubmissionParts,
  sealedAt = Infinity
): Promise<boolean> {
  const now = Date.parse(receivedAt);
  const open = campaigns.isOpen(campaign, new Date(now));
  const sealedInTime =
    now - broughtWithin <= sealedAt && sealedAt <= now && campaigns.isOpen(campaign, new Date(sealedAt));
  if (!open && !sealedInTime) throw new Refusal('campaign.closed');
  if (fee && !(await fee.settled(campaign, studentNumber))) throw new Refusal('payment.required');
  return !open;
}

/**
 * What is decided together with the row, in its transaction: the fee, and what one sender may send in a day for one
 * student. What others sent under a number refuses nobody: it is told to the reviewer.
 *
 * @returns what the history says of it
 * @throws Refusal `submission.tooMany`, `payment.required`
 */
export async function decideWithRow(
  sql: Sql,
  { receivedAt, studentNumber, sender }: StoredSubmission,
  campaign: Campaign,
  { fee }: Pick<SubmissionParts, 'fee'>
): Promise<string> {
  if (fee && !(await fee.settled(campaign, studentNumber, sql))) throw new Refusal('payment.required');
  const since = new Date(Date.parse(receivedAt) - day).toISOString();
  const { all, own } = await countSent(sql, { campaign: campaign.code, studentNumber, sender, since });
  // This one is among them.
  const limit = campaign.limits.perStudent ?? usualPerDay;
  if (own > limit) throw new Refusal('submission.tooMany');
  return all > limit ? `student: ${all} today` : '';
}

/**
 * Which attempt a retake is.
 *
 * @throws Refusal `submission.retakeLate` past the campaign's deadline; `submission.noRetake` when what it answers is not
 *   this student's, was not rejected, or used them up
 */
export function attemptOf(
  { studentNumber, campaign }: StoredSubmission,
  rejected: StoredSubmission | null,
  { retakes, retakeDays, review }: Campaign
): number {
  if (
    rejected?.state !== 'rejected' ||
    rejected.campaign !== campaign ||
    rejected.studentNumber !== studentNumber ||
    rejected.attempt >= retakes ||
    !isFinal(rejected.changedAt, review.undoSeconds, nowMs())
  )
    throw new Refusal('submission.noRetake');
  if (retakeDays !== undefined && nowMs() > Date.parse(rejected.changedAt) + retakeDays * day)
    throw new Refusal('submission.retakeLate');
  return rejected.attempt + 1;
}
