import { labelSchema, removeSchema, type OwnPasskeys } from '$lib/api/contracts/staff-passkeys';
import { jsonBody } from '$lib/server/http/body';
import { empty, json } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { readCookie } from '$lib/server/staff/cookie';

/** One's own passkeys. */
export const GET = route(
  { access: 'staff', limit: 'none', answers: [200] },
  async ({ staff: { name, role }, services }) => {
    const { staffPasskeys, asksPasskeys } = await services();
    const own: OwnPasskeys = {
      passkeys: await staffPasskeys.list(name),
      required: asksPasskeys && role === 'admin'
    };
    return json(own, 200);
  }
);

export const PATCH = route(
  { access: 'reviewer', limit: 'none', body: jsonBody(labelSchema), answers: [204] },
  async ({ body, staff: { name }, services }) => {
    await (await services()).staffPasskeys.rename(name, body);
    return empty();
  }
);

export const DELETE = route(
  { access: 'reviewer', limit: 'none', body: jsonBody(removeSchema), answers: [204] },
  async ({ event, url, body: { id }, staff: { name }, services }) => {
    await (await services()).staffPasskeys.remove(readCookie(event.cookies, url)!, name, id);
    return empty();
  }
);
