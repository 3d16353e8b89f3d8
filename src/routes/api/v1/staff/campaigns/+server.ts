import type { StaffCampaign } from '$lib/api/contracts/staff';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { maySee } from '$lib/server/review/campaign';
import { resolveStandard } from '$workers/standard/resolve';

/** Every campaign that is not put away, the default one first. */
export const GET = route(
  { access: 'reviewer', limit: 'none', answers: [200] },
  async ({ staff, services }) => {
    const { campaigns } = await services();
    const first = (await campaigns.find('default'))?.code;
    const list = (await campaigns.kept())
      .filter(({ campaign, archived }) => !archived && maySee(staff, campaign.code))
      .map(({ campaign }): StaffCampaign => {
        const { code, name } = campaign;
        return { code, name, standard: resolveStandard(campaign).id, open: campaigns.isOpen(campaign) };
      });
    return json(
      list.sort((a, b) => Number(b.code === first) - Number(a.code === first)),
      200
    );
  }
);
