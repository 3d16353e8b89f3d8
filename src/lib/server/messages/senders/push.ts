import webpush from 'web-push';
import type { PushPayload } from '$lib/api/contracts/messages';
import type { SenderOf } from '../sender';

/** The push services of the browsers; a subscription of another address would make the server ask anything of anyone. */
const services = [
  /^https:\/\/fcm\.googleapis\.com\//,
  /^https:\/\/[a-z0-9.-]+\.push\.services\.mozilla\.com\//,
  /^https:\/\/[a-z0-9.-]+\.notify\.windows\.com\//,
  /^https:\/\/web\.push\.apple\.com\//
];
const timeoutMs = 20_000;
/** A push service keeps the message for a device that is off this long, s. */
const keepSeconds = 3 * 24 * 3600;

export interface Vapid {
  /** `mailto:` or `https:` address of whoever runs this server. */
  subject: string;
  publicKey: string;
  privateKey: string;
}

/** Web Push (RFC 8030, 8291, 8292). @param allowed addresses of push services beside the browsers' own */
export function pushSender(vapid: Vapid, allowed: readonly RegExp[] = []): SenderOf<'push'> {
  return {
    kind: 'push',
    accepts: ({ endpoint }) => [...services, ...allowed].some((service) => service.test(endpoint)),
    async send({ endpoint, p256dh, auth }, { key, title, body, locale }) {
      const payload: PushPayload = { title, body, lang: locale, tag: key, path: '/status' };
      try {
        const details = webpush.generateRequestDetails(
          { endpoint, keys: { p256dh, auth } },
          JSON.stringify(payload),
          { vapidDetails: vapid, TTL: keepSeconds, urgency: 'normal', contentEncoding: 'aes128gcm' }
        );
        const { status } = await fetch(endpoint, {
          method: 'POST',
          headers: details.headers as Record<string, string>,
          body: new Uint8Array(details.body as Buffer),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs)
        });
        if (status >= 200 && status < 300) return { kind: 'sent' };
        if (status === 404 || status === 410) return { kind: 'gone' };
        return { kind: 'later', why: `http ${status}` };
      } catch (error) {
        return { kind: 'later', why: (error as Error).name };
      }
    }
  };
}
