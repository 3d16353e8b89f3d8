import { resolveStandard } from '$workers/standard/resolve';
import type { StaffCampaign } from '$lib/api/contracts/staff';
import { answered, json } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Every campaign, the default one first. */
export const GET: RequestHandler = () =>
  answered(async () => {
    const { campaigns } = await services();
    const first = (await campaigns.find('default'))?.code;
    const list = (await campaigns.list()).map((campaign): StaffCampaign => {
      const { code, name } = campaign;
      return { code, name, standard: resolveStandard(campaign).id, open: campaigns.isOpen(campaign) };
    });
    return json(
      list.sort((a, b) => Number(b.code === first) - Number(a.code === first)),
      200
    );
  });
