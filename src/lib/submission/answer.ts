import type { SubmissionStatus } from '$lib/api/contracts/submission';
import type { ProblemCode } from '$lib/api/problems';

/** `unreachable`: no answer came; what was sent may or may not have arrived, and may be sent again. */
export type Answer =
  { ok: true; status: SubmissionStatus } | { ok: false; code: ProblemCode | 'unreachable'; retry: boolean };
