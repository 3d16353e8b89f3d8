import type { PublicCampaign } from '$lib/submission/campaign';
import type { Background } from '$workers/protocol';
import { defaultStandard, findStandard } from '$workers/standard/catalogue';

/** The standard and background a campaign collects; the default standard's while no campaign is known. */
export function photoChoice(campaign: PublicCampaign | null): { standard: string; background: Background } {
  const standard = (campaign && findStandard(campaign.standard)) ?? defaultStandard;
  return { standard: standard.id, background: campaign?.background ?? standard.backgrounds[0]! };
}
