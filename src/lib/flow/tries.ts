import type { PublicCampaign } from '$lib/submission/campaign';

/** How many photos may be finished (cropped, with a new background) before a pause, and how long that is. */
export type TryLimits = Pick<PublicCampaign, 'standardisationsPerDay' | 'coolDownHours'>;

/** Where no campaign is known. */
export const commonLimits: TryLimits = { standardisationsPerDay: 3, coolDownHours: 24 };

const hourMs = 60 * 60_000;

/** Which of the finishing times (ms since 1970) still count at `now`; a clock that was set back forgives. */
export function counting(times: readonly number[], now: number, limits = commonLimits): number[] {
  return times.filter((at) => at <= now && now - at < limits.coolDownHours * hourMs);
}

/** How many photos may still be finished at `now`; never negative. */
export function triesLeft(times: readonly number[], now: number, limits = commonLimits): number {
  return Math.max(0, limits.standardisationsPerDay - counting(times, now, limits).length);
}
