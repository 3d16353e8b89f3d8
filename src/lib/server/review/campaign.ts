import type { Campaign } from '$lib/api/contracts/campaign';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../policy/campaigns';

/** The campaign an address names. @throws Refusal `campaign.unknown` */
export async function campaignIn(url: URL, campaigns: Campaigns): Promise<Campaign> {
  const campaign = await campaigns.find(url.searchParams.get('campaign') ?? 'default');
  if (!campaign) throw new Refusal('campaign.unknown');
  return campaign;
}
