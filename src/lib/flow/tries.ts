import type { PublicCampaign } from '$lib/api/contracts/campaign';
import type { Permit } from '$lib/api/contracts/permit';

/** How many photos may be finished (cropped, with a new background) before a pause, and how long that is. */
export type TryLimits = Pick<PublicCampaign, 'standardisationsPerDay' | 'coolDownHours'>;

/** Where no campaign is known. */
export const commonLimits: TryLimits = { standardisationsPerDay: 3, coolDownHours: 24 };

const hourMs = 60 * 60_000;

/** Which of the finishing times (ms since 1970) still count at `now`; a clock that was set back forgives. */
export function counting(times: readonly number[], now: number, limits = commonLimits): number[] {
  return times.filter((at) => at <= now && now - at < limits.coolDownHours * hourMs);
}

/** How many photos may still be finished at `now`; never negative. @param permit of the endpoint, where it answered */
export function triesLeft(
  times: readonly number[],
  now: number,
  limits = commonLimits,
  permit: Pick<Permit, 'count' | 'from' | 'until'> | null = null
): number {
  const here = limits.standardisationsPerDay - counting(times, now, limits).length;
  return Math.max(0, permit ? Math.min(here, underPermit(times, now, permit)) : here);
}

/** What other devices and earlier drafts have used up is in the permit's count. One that has ended says nothing. */
function underPermit(
  times: readonly number[],
  now: number,
  permit: Pick<Permit, 'count' | 'from' | 'until'>
) {
  if (now > Date.parse(permit.until)) return Infinity;
  return permit.count - times.filter((at) => at >= Date.parse(permit.from) && at <= now).length;
}
