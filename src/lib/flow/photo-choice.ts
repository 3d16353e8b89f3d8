import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { resolveStandard, type ResolvedStandard } from '$workers/standard/resolve';

/** The standard that a campaign collects by; the default one while no campaign is known. */
export const standardOf = (campaign: PublicCampaign | null): ResolvedStandard =>
  campaign ? resolveStandard(campaign) : resolveStandard();
