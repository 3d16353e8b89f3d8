import type { Handle, ServerInit } from '@sveltejs/kit';
import { guard } from '$lib/server/access/guard';
import { asProblem } from '$lib/server/http/problem';
import { services, stopServices } from '$lib/server/services';

const headers = {
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin'
};

/** Starts at once, so that whoever starts the server reads what is off or wrong; the first request tries again. */
export const init: ServerInit = async () => {
  await services().catch((error: unknown) => {
    const { name, message } = error as Error;
    console.error(JSON.stringify({ level: 'error', event: 'start.failed', name, message }));
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  const began = performance.now();
  const refusal = await guard(event, async () => (await services()).staff);
  const response = asProblem(event.url.pathname, refusal ?? (await resolve(event)));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  // The route's pattern, never its parameters: ids lead to people.
  if (event.route.id?.startsWith('/api/'))
    console.log(
      JSON.stringify({
        level: 'info',
        event: 'request',
        method: event.request.method,
        route: event.route.id,
        status: response.status,
        ms: Math.round(performance.now() - began)
      })
    );
  return response;
};

// adapter-node tells when it has answered its last request.
process.once('sveltekit:shutdown', () => void stopServices());
