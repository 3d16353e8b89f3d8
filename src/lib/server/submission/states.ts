import type { SubmissionState } from '$lib/submission/contract';

/**
 * The one state machine of a submission. `draft` is what only the student's device knows. A rejection is answered by
 * a new submission that names the rejected one; the rejected one stays as it is.
 */
const next: Record<SubmissionState | 'draft', readonly SubmissionState[]> = {
  draft: ['received'],
  received: ['inReview', 'withdrawn'],
  // Back to received: a claim ended without a verdict.
  inReview: ['approved', 'rejected', 'received'],
  // Back to review: a verdict undone at once.
  approved: ['inReview'],
  rejected: ['inReview'],
  withdrawn: []
};

export const mayChange = (from: SubmissionState | 'draft', to: SubmissionState) => next[from].includes(to);

/** Who changed something, as the history keeps it. */
export type Actor = 'student' | 'system' | `reviewer:${string}` | `admin:${string}`;
