import type { StaffSession } from '$lib/api/contracts/staff';
import { usedSchema } from '$lib/api/contracts/staff-passkeys';
import { csrfOf } from '$lib/server/access/guard';
import { jsonBody } from '$lib/server/http/body';
import { floodLimits } from '$lib/server/http/limits';
import { json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { keepPending, takePending } from '$lib/server/store/pending-sign-ins';
import { siteOf } from '$lib/server/signin/webauthn';
import {
  readCookie,
  readDevice,
  setChallenge,
  setCookie,
  setDevice,
  takeChallenge
} from '$lib/server/staff/cookie';
import { nowMs } from '$lib/server/time';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';

const kind = 'staff.passkey.use';

/** `use` and `used`: the session of a passkey. */
export const POST = route(
  { access: 'anyone', limit: 'none', body: jsonBody(usedSchema), answers: [200] },
  async ({ event: { cookies }, url, address, params: { step }, body, services }) => {
    floodLimits().anybody(address);
    const { staff, staffPasskeys, db } = await services();
    const site = siteOf(url);
    if (step === 'use') {
      const options = await staffPasskeys.use(site);
      const { challenge } = options;
      setChallenge(cookies, url, await keepPending(db, kind, { challenge }, nowMs()));
      return json(options, 200);
    }
    if (step !== 'used' || !('id' in body)) throw new Refusal('request.malformed');
    const key = takeChallenge(cookies, url);
    const kept = await takePending<{ challenge: string }>(db, kind, key, nowMs());
    if (!kept) throw new Refusal('staff.passkey');
    // The library checks the rest of what the authenticator made.
    const response = body as unknown as AuthenticationResponseJSON;
    const earlier = readCookie(cookies, url);
    const { name, token } = await staffPasskeys.used(site, kept.challenge, response, { address, earlier });
    setCookie(cookies, url, token);
    setDevice(cookies, url, await staff.remember(name, readDevice(cookies, url)));
    const session: StaffSession = { ...(await staff.session(token))!, csrf: csrfOf(token) };
    return json(session, 200);
  }
);
