import { redirect } from '@sveltejs/kit';
import type { SignInFailure } from '$lib/api/contracts/account';
import { log } from '$lib/server/log';
import { route } from '$lib/server/http/route';
import { floodLimits } from '$lib/server/http/limits';
import { clearStudent, readStudent, setStudent } from '$lib/server/signin/cookies';
import { takePending } from '$lib/server/store/pending-sign-ins';
import { SignInError, type SignInSecrets } from '$lib/server/signin/provider';
import { nowMs } from '$lib/server/time';

/** Back from the provider. The codes in this address are used up here; the next address holds nothing of them. */
export const GET = route(
  { access: 'anyone', limit: 'none', answers: [] },
  async ({ event: { cookies }, address, params, url, services }) => {
    let target = '/account#done';
    try {
      floodLimits().anybody(address);
      const { signIn, accounts, db } = await services();
      const provider = signIn.find(({ id }) => id === params.provider);
      if (!provider) throw new SignInError('failed');
      const key = readStudent(cookies, url, 'pending') ?? '';
      clearStudent(cookies, url, 'pending');
      const secrets = await takePending<SignInSecrets>(db, provider.id, key, nowMs());
      if (!secrets) throw new SignInError('expired');
      const identity = await provider.finish(url, secrets, `${url.origin}${url.pathname}`);
      const present = readStudent(cookies, url, 'session') ?? null;
      const token = await accounts.identify(provider.id, identity, present, secrets.add);
      setStudent(cookies, url, 'session', token);
    } catch (error) {
      log.warn('signIn.failed', error, { provider: params.provider });
      const failure: SignInFailure = error instanceof SignInError ? error.failure : 'unreachable';
      target = `/account#${failure}`;
    }
    redirect(303, target);
  }
);
