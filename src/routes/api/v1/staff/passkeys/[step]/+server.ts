import { madeSchema } from '$lib/api/contracts/staff-passkeys';
import { jsonBody } from '$lib/server/http/body';
import { empty, json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { keepPending, takePending } from '$lib/server/store/pending-sign-ins';
import { siteOf } from '$lib/server/signin/webauthn';
import { readCookie, setChallenge, takeChallenge } from '$lib/server/staff/cookie';
import { nowMs } from '$lib/server/time';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';

const kind = 'staff.passkey.create';
interface Begun {
  challenge: string;
  name: string;
}

/** `create` and `created`: a passkey for whoever is signed in. */
export const POST = route(
  { access: 'staff', limit: 'none', body: jsonBody(madeSchema), answers: [200, 204] },
  async ({ event: { cookies }, url, params: { step }, body, staff: { name }, services }) => {
    const { staffPasskeys, db } = await services();
    const [site, token] = [siteOf(url), readCookie(cookies, url)!];
    if (step === 'create') {
      const options = await staffPasskeys.create(site, token, name);
      const begun: Begun = { challenge: options.challenge, name };
      setChallenge(cookies, url, await keepPending(db, kind, begun, nowMs()));
      return json(options, 200);
    }
    if (step !== 'created' || !('passkey' in body)) throw new Refusal('request.malformed');
    const begun = await takePending<Begun>(db, kind, takeChallenge(cookies, url), nowMs());
    if (begun?.name !== name) throw new Refusal('staff.passkey');
    // The library checks the rest of what the authenticator made.
    const response = body.passkey as unknown as RegistrationResponseJSON;
    await staffPasskeys.created(site, token, {
      name,
      label: body.label,
      challenge: begun.challenge,
      response
    });
    return empty();
  }
);
