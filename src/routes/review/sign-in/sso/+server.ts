import { redirect } from '@sveltejs/kit';
import { log } from '$lib/server/log';
import { route } from '$lib/server/http/route';
import { floodLimits } from '$lib/server/http/limits';
import { setStudent } from '$lib/server/signin/cookies';
import { keepPending } from '$lib/server/store/pending-sign-ins';
import { nowMs } from '$lib/server/time';

/** To the unit's single sign-on; whatever fails leads back to the page that says so. */
export const GET = route(
  { access: 'anyone', limit: 'none', answers: [] },
  async ({ event: { cookies }, address, url, services }) => {
    let target = '/review/sign-in#failed';
    try {
      floodLimits().anybody(address);
      const { staffSignIn, db } = await services();
      if (staffSignIn) {
        const started = await staffSignIn.start(`${url.origin}/review/sign-in/sso/callback`);
        setStudent(cookies, url, 'pending', await keepPending(db, 'staff', started.secrets, nowMs()));
        target = started.url;
      }
    } catch (error) {
      log.warn('staffSignIn.failed', error);
    }
    redirect(303, target);
  }
);
