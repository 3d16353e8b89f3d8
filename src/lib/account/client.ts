import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { isProblemCode, type Problem, type ProblemCode } from '$lib/api/problems';
import type { AccountView } from '$lib/api/contracts/account';
import { timeLimit } from '$lib/platform/time-limit';

type Trouble = ProblemCode | 'unreachable';
type Answer<T> = { ok: true; value: T } | { ok: false; code: Trouble };
const timeoutMs = 20_000;

async function ask<T>(path: string, method = 'GET', body?: unknown, key?: string): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1/account${path}`, {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' })
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: timeLimit(timeoutMs)
    });
    if (response.status === 204) return { ok: true, value: undefined as T };
    if (response.ok) return { ok: true, value: (await response.json()) as T };
    // A proxy’s page has no code.
    const { code } = (await response.json().catch(() => ({}))) as Partial<Problem>;
    return { ok: false, code: isProblemCode(code) ? code : 'server.unavailable' };
  } catch {
    // no network, or no answer in time
    return { ok: false, code: 'unreachable' };
  }
}

export const getAccount = () => ask<AccountView>('');
/** Null when it went well. */
const trouble = async (answer: Promise<Answer<unknown>>): Promise<Trouble | null> => {
  const heard = await answer;
  return heard.ok ? null : heard.code;
};

/** The registration of a submission to the account of this device, which begins with it. */
export const bind = (id: string, key: string) => trouble(ask('/bind', 'POST', { id }, key));
export const signOut = (everywhere: boolean) =>
  trouble(ask(`/session${everywhere ? '?all=1' : ''}`, 'DELETE'));

export async function makePasskey(): Promise<Trouble | null> {
  const asked = await ask<Parameters<typeof startRegistration>[0]['optionsJSON']>(
    '/passkey/create',
    'POST',
    {}
  );
  if (!asked.ok) return asked.code;
  // The person cancelled, or the device has none.
  const made = await startRegistration({ optionsJSON: asked.value }).catch(() => null);
  return made ? trouble(ask('/passkey/created', 'POST', made)) : 'account.passkey';
}

export async function enterByPasskey(): Promise<Trouble | null> {
  const asked = await ask<Parameters<typeof startAuthentication>[0]['optionsJSON']>(
    '/passkey/use',
    'POST',
    {}
  );
  if (!asked.ok) return asked.code;
  // The person cancelled, or the device has none.
  const used = await startAuthentication({ optionsJSON: asked.value }).catch(() => null);
  return used ? trouble(ask('/passkey/used', 'POST', used)) : 'account.passkey';
}
