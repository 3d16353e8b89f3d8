import type { SubmissionState } from '$lib/api/contracts/submission';
import { isRejectionReason } from '$lib/api/contracts/reasons';

/**
 * The one state machine of a submission. `draft` is what only the student's device knows. A rejection is answered by
 * a new submission that names the rejected one; the rejected one stays as it is.
 */
const next: Record<SubmissionState | 'draft', readonly SubmissionState[]> = {
  draft: ['received'],
  received: ['inReview', 'withdrawn'],
  // Back to received: a claim ended without a verdict.
  inReview: ['approved', 'rejected', 'received'],
  // Back to review by `undo` alone: by the same reviewer, until an export or a new photo.
  approved: [],
  rejected: [],
  withdrawn: []
};

/** Whether a submission in one state may come into the other; `draft` is before the first. */
export const mayChange = (from: SubmissionState | 'draft', to: SubmissionState) => next[from].includes(to);

/** Whether these reasons (message keys) go with that state: a rejection gives at least one of the catalogue. */
export const mayGive = (to: SubmissionState, reasons: readonly string[]) =>
  to === 'rejected' ? reasons.length > 0 && reasons.every(isRejectionReason) : reasons.length === 0;

/** Whether a state is a reviewer's decision. */
export const isVerdict = (state: SubmissionState) => state === 'approved' || state === 'rejected';

/** What may pass between the check of an undo and its commit, ms. */
const graceMs = 1000;

/** Verdicts given after this instant (ISO 8601) can be undone before anybody hears of them. */
export const undoFloor = (undoSeconds: number, now: number) =>
  new Date(now - undoSeconds * 1000).toISOString();

/** Whether a verdict is final, and the student may know it: the window of its undo has passed. */
export function isFinal(changedAt: string, undoSeconds: number, now: number): boolean {
  return undoSeconds === 0 || Date.parse(changedAt) + undoSeconds * 1000 + graceMs <= now;
}

/** Verdicts given at this instant (ISO 8601) or before are final. */
export const finalFloor = (undoSeconds: number, now: number) =>
  undoFloor(undoSeconds, undoSeconds === 0 ? now : now - graceMs);

/** Who changed something, as the history keeps it. */
export type Actor = 'student' | 'system' | Reviewer;
/** Who may claim and decide, by role and name. */
export type Reviewer = `reviewer:${string}` | `admin:${string}`;
