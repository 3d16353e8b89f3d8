import { redirect } from '@sveltejs/kit';
import type { SignInFailure } from '$lib/api/contracts/account';
import { log } from '$lib/server/log';
import { route } from '$lib/server/http/route';
import { floodLimits } from '$lib/server/http/limits';
import { setStudent } from '$lib/server/signin/cookies';
import { keepPending } from '$lib/server/signin/pending';
import { SignInError } from '$lib/server/signin/provider';
import { nowMs } from '$lib/server/time';

/** To the provider; whatever fails leads back to the page that says so. */
export const GET = route(
  { access: 'anyone', limit: 'none', answers: [] },
  async ({ event: { cookies }, address, params, url, services }) => {
    let target: string;
    try {
      floodLimits().anybody(address);
      const { signIn, db } = await services();
      const provider = signIn.find(({ id }) => id === params.provider);
      if (!provider) throw new SignInError('failed');
      const started = await provider.start(`${url.origin}/sign-in/${provider.id}/callback`);
      setStudent(cookies, url, 'pending', await keepPending(db, provider.id, started.secrets, nowMs()));
      target = started.url;
    } catch (error) {
      log.warn('signIn.failed', error, { provider: params.provider });
      const failure: SignInFailure = error instanceof SignInError ? error.failure : 'unreachable';
      target = `/account#${failure}`;
    }
    redirect(303, target);
  }
);
