import type { ProblemCode } from '$lib/submission/contract';
import { csrfHeader } from './contract';
import { staffSession } from './session.svelte';

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ProblemCode | 'unreachable' };

/** One request to the staff's endpoint. A session that ended leads to the sign-in page. Never throws. */
export async function call<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: { keepalive?: boolean } = {}
): Promise<Outcome<T>> {
  const headers: Record<string, string> = { [csrfHeader]: staffSession.current?.csrf ?? '' };
  const raw = body instanceof Blob;
  if (body !== undefined) headers['content-type'] = raw ? 'application/octet-stream' : 'application/json';
  try {
    const response = await fetch(`/api/v1/staff/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
      ...options
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as T };
    const { code } = answer as { code: ProblemCode };
    if (code === 'staff.signIn') staffSession.ended();
    return { ok: false, code };
  } catch {
    // no network, or a proxy’s page
    return { ok: false, code: 'unreachable' };
  }
}
