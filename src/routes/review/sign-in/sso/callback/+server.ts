import { redirect } from '@sveltejs/kit';
import { log } from '$lib/server/log';
import { route } from '$lib/server/http/route';
import { floodLimits } from '$lib/server/http/limits';
import { clearStudent, readStudent } from '$lib/server/signin/cookies';
import { takePending } from '$lib/server/store/pending-sign-ins';
import type { SignInSecrets } from '$lib/server/signin/provider';
import { readCookie, setCookie } from '$lib/server/staff/cookie';
import { identityOf } from '$lib/server/staff/oidc';
import { nowMs } from '$lib/server/time';

/**
 * Back from the single sign-on. The session's cookie is strict, and does not come with the redirect of another site:
 * the sign-in page finds it and leads on.
 */
export const GET = route(
  { access: 'anyone', limit: 'none', answers: [] },
  async ({ event: { cookies }, address, url, services }) => {
    let target = '/review/sign-in#failed';
    try {
      floodLimits().anybody(address);
      const { staff, staffSignIn, db } = await services();
      const key = readStudent(cookies, url, 'pending') ?? '';
      clearStudent(cookies, url, 'pending');
      const secrets = await takePending<SignInSecrets>(db, 'staff', key, nowMs());
      if (staffSignIn && secrets) {
        const identity = identityOf((await staffSignIn.finish(url, secrets)).value);
        setCookie(cookies, url, await staff.enter(identity, readCookie(cookies, url)));
        target = '/review/sign-in';
      }
    } catch (error) {
      log.warn('staffSignIn.failed', error);
    }
    redirect(303, target);
  }
);
