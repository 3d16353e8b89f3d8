import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { guard } from '$lib/server/access/guard';
import { isForeign } from '$lib/server/access/origin';
import { asProblem } from '$lib/server/http/problem';
import { ConfigError } from '$lib/server/config-error';
import { countRequest } from '$lib/server/metrics';
import { services, stopServices } from '$lib/server/services';

/** One line of JSON: what happened, without anything that belongs to a person. */
function log(level: 'info' | 'error', event: string, facts: Record<string, unknown>): void {
  console[level](JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }));
}

const headers = {
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin'
};

/** Starts at once, so that whoever starts the server reads what is off or wrong; the first request tries again. */
export const init: ServerInit = async () => {
  try {
    const { staff } = await services();
    if (!(await staff.any()))
      console.log(
        '\n  Nobody can review yet. Make an account:  npm run create-reviewer -- NAME --role admin\n'
      );
  } catch (error) {
    if (error instanceof ConfigError) {
      console.error(`The configuration is wrong: ${error.message}`);
      process.exit(2);
    }
    log('error', 'start.failed', { name: (error as Error).name, message: (error as Error).message });
  }
};

export const handle: Handle = async ({ event, resolve }) => {
  const began = performance.now();
  const refusal = isForeign(event)
    ? new Response('Requests of other sites are forbidden.', { status: 403 })
    : await guard(event, async () => (await services()).staff);
  const response = asProblem(event.url.pathname, refusal ?? (await resolve(event)));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  // The route's pattern, never its parameters: ids lead to people.
  if (event.route.id?.startsWith('/api/')) {
    const { method } = event.request;
    const ms = performance.now() - began;
    countRequest(event.route.id, method, response.status, ms);
    log('info', 'request', { method, route: event.route.id, status: response.status, ms: Math.round(ms) });
  }
  return response;
};

/** What was not expected, by kind and route: a message might hold what somebody sent. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return;
  const { name, code } = error as { name?: string; code?: string };
  log('error', 'request.failed', { name, code, route: event.route.id, status });
};

// adapter-node tells when it has answered its last request.
process.once('sveltekit:shutdown', () => void stopServices());
