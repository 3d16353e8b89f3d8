import type { RequestEvent } from '@sveltejs/kit';
import { isStaffRoute } from './access';

/** What a browser may send anywhere without being asked; only a payment provider's signed callback may come so. */
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
const callbacks = '/api/v1/payments/callbacks/[driver]';

/**
 * Whether a request that could change something comes from another site's page: its origin is another, or it is a form
 * that names none. Programs, which keep no cookies of ours, name no origin and send no forms. The staff's routes tell
 * another origin by themselves.
 */
export function isForeign({ request, url, route }: Pick<RequestEvent, 'request' | 'url' | 'route'>): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || route.id === callbacks) return false;
  const origin = request.headers.get('origin');
  if (origin === url.origin) return false;
  const type = request.headers.get('content-type')?.split(';', 1)[0]!.trim().toLowerCase() ?? '';
  return formTypes.includes(type) || (origin !== null && !isStaffRoute(route.id ?? ''));
}
