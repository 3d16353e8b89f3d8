import type { KeptCampaign } from '$lib/api/contracts/campaign-admin';

export type CampaignState = 'open' | 'soon' | 'closed' | 'archived';

/** How a campaign stands at `now`. */
export function stateOf({ campaign, archived }: KeptCampaign, now = new Date()): CampaignState {
  if (archived) return 'archived';
  if (campaign.closes && new Date(campaign.closes) <= now) return 'closed';
  return campaign.opens && new Date(campaign.opens) > now ? 'soon' : 'open';
}
