/** Photos that may be finished (cropped, with a new background) before a pause. */
export const triesADay = 3;
/** The pause, counted from the oldest of the last `triesADay`: 24 hours. */
export const coolDownMs = 24 * 60 * 60_000;

/** Which of the finishing times (ms since 1970) still count at `now`; a clock that was set back forgives. */
export function counting(times: readonly number[], now: number): number[] {
  return times.filter((at) => at <= now && now - at < coolDownMs);
}

/** How many photos may still be finished at `now`; never negative. */
export function triesLeft(times: readonly number[], now: number): number {
  return Math.max(0, triesADay - counting(times, now).length);
}
