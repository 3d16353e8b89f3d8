import type { Method, Outcome } from './request';
import { staffSession } from './session.svelte';

/** One request in the session of who is signed in; when that ended, on to the sign-in page. Never throws. */
export function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  options?: { keepalive?: boolean }
): Promise<Outcome<T>> {
  return staffSession.call<T>(method, path, body, options);
}
