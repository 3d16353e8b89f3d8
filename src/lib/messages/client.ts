import { session } from '$lib/flow/session.svelte';
import type { Locale } from '$lib/i18n/locales';
import { messagesApi, type Offered, type Subscription } from '$lib/api/contracts/messages';
import { request } from '$lib/api/request';
import { within } from '$lib/platform/within';

export type Wish = Subscription;
type PushWish = Extract<Subscription, { kind: 'push' }>;

/** How long the browser may take for each step of a subscription. */
const timeoutMs = 20_000;

/** Which ways there are here; none where the server cannot be asked. */
export async function getOffered(): Promise<Offered> {
  const answer = await request(messagesApi.offered, {});
  // No network: the status page tells the outcome.
  return answer.ok ? answer.value : { push: null, email: false };
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
    const { id, key } = submission;
    const answer = await request(messagesApi.subscribe, { params: { id }, key, body: wish });
    if (!answer.ok && answer.retry) left.push(wish);
  }
  if (left.length < wishes.length) await session.update({ wishes: left });
}

/** Ends the messages that a link's token stands for; false when that failed. */
export const unsubscribe = async (token: string): Promise<boolean> =>
  (await request(messagesApi.unsubscribe, { body: { token } })).ok;

/** The wish to be told by e-mail, in a language. */
export const emailWish = (address: string, locale: Locale): Wish => ({ kind: 'email', address, locale });
