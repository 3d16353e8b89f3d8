/** Subjects that are remembered at most; beyond, the longest unseen are forgotten. */
const maxSubjects = 20_000;

export interface RateLimit {
  /** Counts one use by `subject`; false when it has used up what it may for now. */
  take(subject: string, now?: number): boolean;
  /** Whether it has, without counting. */
  spent(subject: string, now?: number): boolean;
}

/**
 * So many uses a minute for each subject, all of a minute's at once where it was quiet before (a token bucket). Kept in
 * memory, for each process by itself: it holds floods off, it does not count people.
 */
export function rateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const filled = (subject: string, now: number) => {
    const { left, at } = buckets.get(subject) ?? { left: perMinute, at: now };
    return Math.min(perMinute, left + (Math.max(0, now - at) / 60_000) * perMinute);
  };
  return {
    take(subject, now = Date.now()) {
      const left = filled(subject, now);
      const allowed = left >= 1;
      // Deleted first: the map then stands in the order of last use.
      buckets.delete(subject);
      buckets.set(subject, { left: allowed ? left - 1 : left, at: now });
      if (buckets.size > maxSubjects) buckets.delete(buckets.keys().next().value!);
      return allowed;
    },
    spent: (subject, now = Date.now()) => filled(subject, now) < 1
  };
}
