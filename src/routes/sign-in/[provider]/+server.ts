import { redirect } from '@sveltejs/kit';
import type { SignInFailure } from '$lib/api/contracts/account';
import { log } from '$lib/server/log';
import { route } from '$lib/server/http/route';
import { floodLimits } from '$lib/server/http/limits';
import { setStudent } from '$lib/server/signin/cookies';
import { keepPending } from '$lib/server/store/pending-sign-ins';
import { SignInError } from '$lib/server/signin/provider';
import { accountOf } from '$lib/server/signin/request';
import { nowMs } from '$lib/server/time';

/** Whether the student has said, on this site's own page, that the sign-in is to open the present account too. */
function isAsked(url: URL, { headers }: Request): boolean {
  const from = headers.get('sec-fetch-site');
  return url.searchParams.get('add') === '1' && (from === null || from === 'same-origin');
}

/** To the provider; whatever fails leads back to the page that says so. */
export const GET = route(
  { access: 'anyone', limit: 'none', answers: [] },
  async ({ event, address, params, url, request, services }) => {
    const { cookies } = event;
    let target: string;
    try {
      floodLimits().anybody(address);
      const { signIn, accounts, db } = await services();
      const provider = signIn.find(({ id }) => id === params.provider);
      if (!provider) throw new SignInError('failed');
      const started = await provider.start(`${url.origin}/sign-in/${provider.id}/callback`);
      const add = isAsked(url, request) ? await accountOf(event, accounts) : null;
      const kept = { ...started.secrets, ...(add && { add }) };
      setStudent(cookies, url, 'pending', await keepPending(db, provider.id, kept, nowMs()));
      target = started.url;
    } catch (error) {
      log.warn('signIn.failed', error, { provider: params.provider });
      const failure: SignInFailure = error instanceof SignInError ? error.failure : 'unreachable';
      target = `/account#${failure}`;
    }
    redirect(303, target);
  }
);
