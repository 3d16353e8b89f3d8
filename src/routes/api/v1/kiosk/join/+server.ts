import { joinSchema } from '$lib/api/contracts/kiosk';
import { jsonBody } from '$lib/server/http/body';
import { empty } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { joinKiosk } from '$lib/server/kiosk/join';

/** Turns a device into the kiosk of a code, once. */
export const POST = route(
  { access: 'anyone', limit: 'anybody', body: jsonBody(joinSchema), answers: [204] },
  async ({ body: { code, device }, services }) => {
    const { db } = await services();
    await joinKiosk(db, code, device);
    return empty();
  }
);
