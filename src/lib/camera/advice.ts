/** Advice that can be read: it changes at most once a second, and not for a single odd frame. */

export interface Advice {
  /** What to show; null: everything is right. */
  key: string | null;
  since: number;
  candidate: string | null;
  candidateSince: number;
}

const holdMs = 1000;
const settleMs = 250;

/** The advice shown first, as of `at`, in milliseconds. */
export function firstAdvice(key: string | null, at: number): Advice {
  return { key, since: at, candidate: key, candidateSince: at };
}

/** Takes one frame's advice in; `at` in milliseconds. */
export function steadyAdvice(shown: Advice, key: string | null, at: number): Advice {
  if (key === shown.key) return { ...shown, candidate: key, candidateSince: at };
  if (key !== shown.candidate) return { ...shown, candidate: key, candidateSince: at };
  const settled = at - shown.candidateSince >= settleMs;
  const held = at - shown.since >= holdMs;
  return settled && held ? firstAdvice(key, at) : shown;
}
