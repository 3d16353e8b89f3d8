import { isProblemCode, type Problem, type ProblemCode } from '$lib/api/problems';
import type { Fee, OrderRequest, PaymentStatus } from '$lib/api/contracts/payment';
import { timeLimit } from '$lib/platform/time-limit';

/** `unreachable`: no answer came; asking again is safe. */
export type PaymentAnswer<T> = { ok: true; value: T } | { ok: false; code: ProblemCode | 'unreachable' };

/** Longer than a provider takes to open a payment. */
const timeoutMs = 30_000;

async function ask<T>(path: string, init: RequestInit = {}): Promise<PaymentAnswer<T>> {
  try {
    const response = await fetch(`/api/v1/payments${path}`, {
      ...init,
      cache: 'no-store',
      signal: timeLimit(timeoutMs)
    });
    if (response.ok) return { ok: true, value: (await response.json()) as T };
    // A proxy’s page has no code.
    const { code } = (await response.json().catch(() => ({}))) as Partial<Problem>;
    return { ok: false, code: isProblemCode(code) ? code : 'server.unavailable' };
  } catch {
    // no network, or no answer in time
    return { ok: false, code: 'unreachable' };
  }
}

/** What a campaign asks for. */
export const getFee = (campaign: string) => ask<Fee>(`?campaign=${encodeURIComponent(campaign)}`);

/** Opens the student's order, or finds the one that is open or paid. */
export const postOrder = (request: OrderRequest, key: string) =>
  ask<PaymentStatus>('', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(request)
  });

export const getOrder = (id: string, key: string) =>
  ask<PaymentStatus>(`/${id}`, { headers: { authorization: `Bearer ${key}` } });

/** The payer's answer on the sandbox's page. */
export const answerSandbox = (order: string, outcome: 'pay' | 'lost' | 'decline') =>
  ask<{ state: string }>('/sandbox', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ order, outcome })
  });
