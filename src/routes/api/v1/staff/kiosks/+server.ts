import { kioskPlaceSchema } from '$lib/api/contracts/admin';
import { publicPart } from '$lib/api/contracts/campaign';
import { jsonBody } from '$lib/server/http/body';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { provision } from '$lib/server/kiosk/provision';
import { recordAct } from '$lib/server/store/staff-audit';
import { iso } from '$lib/server/time';

/** The code that turns one device into a kiosk. Nothing in it is secret. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(kioskPlaceSchema), answers: [200] },
  async ({ body: { campaign: code, ...place }, staff, services }) => {
    const { db, campaigns } = await services();
    const campaign = (await campaigns.get(code)) ?? (await campaigns.find(code));
    if (!campaign) throw new Refusal('campaign.unknown');
    const made = await provision(db, publicPart(campaign), place);
    await db.transaction((sql) =>
      recordAct(sql, { at: iso(), who: staff.name, act: 'kiosk.code', subject: code })
    );
    return json(made, 200);
  }
);
