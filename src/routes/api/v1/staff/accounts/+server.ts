import { changeAccountSchema, newAccountSchema, type OneTime } from '$lib/api/contracts/admin';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

export const GET = route({ access: 'admin', limit: 'none', answers: [200] }, async ({ services }) =>
  json(await (await services()).accountAdmin.list(), 200)
);

/** Makes an account; its one-time password is in the answer and nowhere else. */
export const POST = route(
  { access: 'admin', limit: 'none', body: jsonBody(newAccountSchema), answers: [201] },
  async ({ body: member, staff, services }) => {
    const answer: OneTime = { password: await (await services()).accountAdmin.create(member, staff.name) };
    return json(answer, 201);
  }
);

/** Another role, locked or not, or a new one-time password. */
export const PATCH = route(
  { access: 'admin', limit: 'none', body: jsonBody(changeAccountSchema), answers: [200] },
  async ({ body: change, staff: { name: who }, services }) => {
    const { accountAdmin } = await services();
    const answer: OneTime = {};
    if ('role' in change) await accountAdmin.setRole(change.name, change.role, who);
    else if ('locked' in change) await accountAdmin.setLocked(change.name, change.locked, who);
    else if ('campaigns' in change) await accountAdmin.setCampaigns(change.name, change.campaigns, who);
    else answer.password = await accountAdmin.reset(change.name, who);
    return json(answer, 200);
  }
);
