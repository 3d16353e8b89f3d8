import { passkeySchema } from '$lib/api/contracts/account';
import { jsonBody } from '$lib/server/http/body';
import { empty, json, Refusal } from '$lib/server/http/problem';
import { route } from '$lib/server/http/route';
import { clearStudent, readStudent, setStudent } from '$lib/server/signin/cookies';
import { siteOf } from '$lib/server/signin/webauthn';
import { keepPending, takePending } from '$lib/server/store/pending-sign-ins';
import { accountOf } from '$lib/server/signin/request';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { nowMs } from '$lib/server/time';

/** `create` and `created`: a passkey for the account of this session; `use` and `used`: the session of a passkey. */
export const POST = route(
  { access: 'anyone', limit: 'anybody', body: jsonBody(passkeySchema), answers: [200, 204] },
  async ({ event, url, params: { step }, body, services }) => {
    const { cookies } = event;
    const { accounts, passkeys, db } = await services();
    const site = siteOf(url);
    const begin = async <T extends { challenge: string }>(kind: string, options: T) => {
      const key = await keepPending(db, kind, { challenge: options.challenge }, nowMs());
      setStudent(cookies, url, 'pending', key);
      return json(options, 200);
    };
    /** The challenge this browser was given, once. */
    const challenge = async (kind: string) => {
      const key = readStudent(cookies, url, 'pending') ?? '';
      clearStudent(cookies, url, 'pending');
      const kept = await takePending<{ challenge: string }>(db, kind, key, nowMs());
      if (!kept) throw new Refusal('account.passkey');
      return kept.challenge;
    };
    /** What the authenticator made; the library checks the rest. */
    const made = <T>() => {
      if (!('id' in body)) throw new Refusal('request.malformed');
      return body as unknown as T;
    };
    if (step === 'use') return begin('passkey.use', await passkeys.use(site));
    if (step === 'used') {
      const response = made<AuthenticationResponseJSON>();
      const opened = await passkeys.used(site, await challenge('passkey.use'), response);
      if (!opened) throw new Refusal('account.passkey');
      setStudent(cookies, url, 'session', await accounts.enter(opened, readStudent(cookies, url, 'session')));
      return empty();
    }
    const accountId = await accountOf(event, accounts);
    if (!accountId) throw new Refusal('account.signIn');
    if (!(await accounts.mayChange(readStudent(cookies, url, 'session') ?? '')))
      throw new Refusal('account.again');
    if (step === 'create') return begin('passkey.create', await passkeys.create(site, accountId));
    if (step !== 'created') throw new Refusal('request.malformed');
    const response = made<RegistrationResponseJSON>();
    if (!(await passkeys.created(site, accountId, await challenge('passkey.create'), response)))
      throw new Refusal('account.passkey');
    return empty();
  }
);
