import type { ProblemCode } from '$lib/api/problems';
import { csrfHeader } from '$lib/api/contracts/staff';

export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ProblemCode | 'unreachable' };
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** One request to the staff's endpoint, with the session's token against forged requests. Never throws. */
export async function request<T>(
  method: Method,
  path: string,
  csrf: string,
  body?: unknown,
  options: { keepalive?: boolean } = {}
): Promise<Outcome<T>> {
  const headers: Record<string, string> = { [csrfHeader]: csrf };
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
    return { ok: false, code: (answer as { code: ProblemCode }).code };
  } catch {
    // no network, or a proxy’s page
    return { ok: false, code: 'unreachable' };
  }
}
