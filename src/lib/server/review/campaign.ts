import type { Campaign } from '$lib/api/contracts/campaign';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../store/campaigns';
import type { StaffMember } from '../staff/sessions';

/** Whether somebody of the staff sees a campaign. */
export const maySee = ({ campaigns }: Pick<StaffMember, 'campaigns'>, code: string): boolean =>
  campaigns?.includes(code) ?? true;

/** The campaign an address names, where the reader sees it. @throws Refusal `campaign.unknown` */
export function campaignIn(
  url: URL,
  campaigns: Campaigns,
  reader: Pick<StaffMember, 'campaigns'>
): Promise<Campaign> {
  return campaignNamed(url.searchParams.get('campaign') ?? 'default', campaigns, reader);
}

/** The campaign of a code, where the reader sees it. @throws Refusal `campaign.unknown` */
export async function campaignNamed(
  code: string,
  campaigns: Campaigns,
  reader: Pick<StaffMember, 'campaigns'>
): Promise<Campaign> {
  const campaign = (await campaigns.get(code)) ?? (await campaigns.find(code));
  if (!campaign || !maySee(reader, campaign.code)) throw new Refusal('campaign.unknown');
  return campaign;
}
