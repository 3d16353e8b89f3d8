import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { guardPage, isForged } from '$lib/server/access/guard';
import { isForeign } from '$lib/server/access/origin';
import { noteOrigin } from '$lib/server/access/other-origin';
import { addressHasNul } from '$lib/server/http/nul';
import { preloadInPage } from '$lib/server/http/preload';
import { asProblem, problemResponse } from '$lib/server/http/problem';
import { ConfigError } from '$lib/server/config-error';
import { log, requestId, tell, withRequest } from '$lib/server/log';
import { countRequest } from '$lib/server/metrics';
import { services, stopServices } from '$lib/server/services';

/** Starts at once, so that whoever starts the server reads what is off or wrong; the first request tries again. */
export const init: ServerInit = async () => {
  try {
    const { staff } = await services();
    if (!(await staff.any()))
      tell('\n  Nobody can review yet. Make an account:  npm run create-reviewer -- NAME --role admin\n');
  } catch (error) {
    if (error instanceof ConfigError) {
      tell(`The configuration is wrong: ${error.message}`);
      process.exit(2);
    }
    // Nobody's data is in hand yet: the message may be told.
    log.error('start.failed', error, { reason: (error as Error).message });
  }
};

export const handle: Handle = ({ event, resolve }) =>
  withRequest(event.route.id, async (id) => {
    const began = performance.now();
    // The proxy before the server tells the address in one of these.
    const { headers: given } = event.request;
    if (event.route.id && !event.route.id.startsWith('/api/'))
      noteOrigin(event.url.origin, given.get('x-forwarded-host') ?? given.get('host'));
    const refusal = await refusalOf(event);
    const response = asProblem(
      event.url.pathname,
      refusal ?? declaredOnly(event, await resolve(event, preloadInPage()))
    );
    response.headers.set('x-request-id', id);
    if (event.route.id?.startsWith('/api/')) {
      const { method } = event.request;
      const ms = performance.now() - began;
      countRequest(event.route.id, method, response.status, ms);
      log.info('request', { method, status: response.status, ms: Math.round(ms) });
    }
    return response;
  });

/** What is refused before any route runs. @throws Redirect from a page of the console */
async function refusalOf(event: RequestEvent): Promise<Response | null> {
  if (addressHasNul(event.url.href)) return problemResponse('request.malformed');
  if (isForged(event)) return problemResponse('staff.forged');
  if (isForeign(event)) return new Response('Requests of other sites are forbidden.', { status: 403 });
  await guardPage(event, async () => (await services()).staff);
  return null;
}

/** An endpoint that never said who may call it answers nobody. */
function declaredOnly(event: RequestEvent, response: Response): Response {
  if (!event.route.id?.startsWith('/api/') || event.locals.declared || response.status >= 400)
    return response;
  log.error('route.undeclared');
  return problemResponse('server.unavailable');
}

/** What was not expected; the error page shows the request's id, by which the log has it. */
export const handleError: HandleServerError = ({ error, status, message }) => {
  if (status === 404) return;
  log.error('request.failed', error, { status });
  const id = requestId();
  return { message, ...(id === undefined ? {} : { id }) };
};

// adapter-node tells when it has answered its last request.
process.once('sveltekit:shutdown', () => void stopServices());
