import { bindingSchema } from '$lib/api/contracts/admin';
import { jsonBody } from '$lib/server/http/body';
import { json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';

/** Frees a registration from its account, for a student who lost every way to open it. */
export const DELETE = route(
  { access: 'admin', limit: 'none', body: jsonBody(bindingSchema), answers: [200] },
  async ({ body: { campaign, studentNumber }, staff, services }) => {
    const { accounts } = await services();
    return json({ removed: await accounts.unbind(campaign, studentNumber, staff.name) }, 200);
  }
);
