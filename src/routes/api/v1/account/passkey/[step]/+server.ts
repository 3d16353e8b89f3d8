import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { answered, json, Refusal } from '$lib/server/http/problem';
import { services } from '$lib/server/services';
import { clearStudent, readStudent, setStudent } from '$lib/server/signin/cookies';
import { siteOf } from '$lib/server/signin/passkeys';
import { keepPending, takePending } from '$lib/server/signin/pending';
import { accountOf } from '$lib/server/signin/request';
import type { RequestHandler } from './$types';

/** `create` and `created`: a passkey for the account of this session; `use` and `used`: the session of a passkey. */
export const POST: RequestHandler = (event) =>
  answered(async () => {
    const { cookies, params, request, url } = event;
    const { accounts, passkeys, db } = await services();
    const site = siteOf(url);
    const accountId = await accountOf(event, accounts);
    const begin = async <T extends { challenge: string }>(kind: string, options: T) => {
      const key = await keepPending(db, kind, { challenge: options.challenge }, Date.now());
      setStudent(cookies, url, 'pending', key);
      return json(options, 200);
    };
    /** The challenge this browser was given, once. */
    const challenge = async (kind: string) => {
      const key = readStudent(cookies, 'pending') ?? '';
      clearStudent(cookies, url, 'pending');
      const kept = await takePending<{ challenge: string }>(db, kind, key, Date.now());
      if (!kept) throw new Refusal('account.passkey');
      return kept.challenge;
    };
    const body = async <T>(): Promise<T> => {
      // Not JSON: refused below.
      const read = (await request.json().catch(() => null)) as T | null;
      if (!read || typeof read !== 'object') throw new Refusal('request.malformed');
      return read;
    };
    switch (params.step) {
      case 'use':
        return begin('passkey.use', await passkeys.use(site));
      case 'used': {
        const response = await body<AuthenticationResponseJSON>();
        const opened = await passkeys.used(site, await challenge('passkey.use'), response);
        if (!opened) throw new Refusal('account.passkey');
        setStudent(cookies, url, 'session', await accounts.enter(opened, readStudent(cookies, 'session')));
        return new Response(null, { status: 204 });
      }
    }
    if (!accountId) throw new Refusal('account.signIn');
    switch (params.step) {
      case 'create':
        return begin('passkey.create', await passkeys.create(site, accountId));
      case 'created': {
        const response = await body<RegistrationResponseJSON>();
        if (!(await passkeys.created(site, accountId, await challenge('passkey.create'), response)))
          throw new Refusal('account.passkey');
        return new Response(null, { status: 204 });
      }
      default:
        throw new Refusal('request.malformed');
    }
  });
