import { redirect } from '@sveltejs/kit';
import type { SignInFailure } from '$lib/api/contracts/account';
import { log } from '$lib/server/log';
import { services } from '$lib/server/services';
import { setStudent } from '$lib/server/signin/cookies';
import { keepPending } from '$lib/server/signin/pending';
import { SignInError } from '$lib/server/signin/provider';
import type { RequestHandler } from './$types';

/** To the provider; whatever fails leads back to the page that says so. */
export const GET: RequestHandler = async ({ params, url, cookies }) => {
  let target: string;
  try {
    const { signIn, db } = await services();
    const provider = signIn.find(({ id }) => id === params.provider);
    if (!provider) throw new SignInError('failed');
    const started = await provider.start(`${url.origin}/sign-in/${provider.id}/callback`);
    setStudent(cookies, url, 'pending', await keepPending(db, provider.id, started.secrets, Date.now()));
    target = started.url;
  } catch (error) {
    log.warn('signIn.failed', error, { provider: params.provider });
    const failure: SignInFailure = error instanceof SignInError ? error.failure : 'unreachable';
    target = `/account#${failure}`;
  }
  redirect(303, target);
};
