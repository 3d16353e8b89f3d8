import { session } from '$lib/flow/session.svelte';
import type { Locale } from '$lib/i18n/locales';
import type { Offered, Subscription } from '$lib/api/contracts/messages';
import { timeLimit } from '$lib/platform/time-limit';
import { within } from '$lib/platform/within';

export type Wish = Subscription;
type PushWish = Extract<Subscription, { kind: 'push' }>;

const timeoutMs = 20_000;

/** Which ways there are here; none where the server cannot be asked. */
export async function getOffered(): Promise<Offered> {
  if (!navigator.onLine) return { push: null, email: false };
  try {
    const response = await fetch('/api/v1/messages', { signal: timeLimit(timeoutMs) });
    if (response.ok) return (await response.json()) as Offered;
  } catch {
    // No network: the status page tells the outcome.
  }
  return { push: null, email: false };
}

/** True where this browser can be sent messages at all. */
export const canPush = () =>
  'PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator;

/**
 * Asks the browser's permission; call from the student's own click.
 *
 * @returns what the endpoint needs, or null when it was not allowed or cannot be
 */
export async function askForPush(
  key: string
): Promise<Pick<PushWish, 'endpoint' | 'p256dh' | 'auth'> | null> {
  try {
    // The photo does not wait for a question that nobody answers, nor for a push service that cannot be reached.
    if ((await within(timeoutMs, Notification.requestPermission())) !== 'granted') return null;
    const registration = await within(timeoutMs, navigator.serviceWorker.ready);
    const made = await within(
      timeoutMs,
      registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    );
    const { endpoint, keys } = made.toJSON();
    return endpoint && keys?.p256dh && keys.auth ? { endpoint, p256dh: keys.p256dh, auth: keys.auth } : null;
  } catch {
    // No push service can be reached, or this browser has none.
    return null;
  }
}

/** Tells the endpoint what was wished on the submit page, once the submission has arrived. Nothing depends on it. */
export async function sendWishes(): Promise<void> {
  const { submission, wishes } = session.draft;
  if (!submission?.status || !wishes?.length) return;
  const left: Wish[] = [];
  for (const wish of wishes) {
    try {
      const response = await fetch(`/api/v1/submissions/${submission.id}/messages`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${submission.key}`, 'content-type': 'application/json' },
        body: JSON.stringify(wish),
        signal: timeLimit(timeoutMs)
      });
      if (response.status >= 500) left.push(wish);
    } catch {
      // no network: asked again next time
      left.push(wish);
    }
  }
  if (left.length < wishes.length) await session.update({ wishes: left });
}

export async function unsubscribe(token: string): Promise<boolean> {
  try {
    const response = await fetch('/api/v1/messages/unsubscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      signal: timeLimit(timeoutMs)
    });
    return response.ok;
  } catch {
    // no network: told to the person
    return false;
  }
}

export const emailWish = (address: string, locale: Locale): Wish => ({ kind: 'email', address, locale });
