import { campaignApi } from '$lib/api/contracts/campaign';
import { request } from '$lib/api/request';

/** The campaign of a code; the one of `default` is the unit's first. */
export const getCampaign = (code: string) => request(campaignApi.find, { params: { code } });
