import { createHmac } from 'node:crypto';
import { requireSecure } from '../../transport';
import type { SenderOf } from '../sender';

export interface SmsSettings {
  /** Address of the gateway that sends for the institution. */
  url: string;
  /** Shared with the gateway. */
  secret: string;
}

const timeoutMs = 20_000;

/**
 * Text messages through a gateway of the institution: POST of JSON `{id, number, text}`, signed in the header
 * `gradframe-signature` with HMAC-SHA256 over the body, hex. The gateway sends each id once. 2xx: taken; 410: the
 * number takes none.
 */
export function smsSender({ url, secret }: SmsSettings): SenderOf<'sms'> {
  requireSecure(url);
  return {
    kind: 'sms',
    accepts: () => true,
    async send({ number }, { key, body }) {
      const content = JSON.stringify({ id: key, number, text: body });
      const signature = createHmac('sha256', secret).update(content).digest('hex');
      try {
        const { status } = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'gradframe-signature': signature },
          body: content,
          signal: AbortSignal.timeout(timeoutMs)
        });
        if (status >= 200 && status < 300) return { kind: 'sent' };
        return status === 410 ? { kind: 'gone' } : { kind: 'later', why: `http ${status}` };
      } catch (error) {
        return { kind: 'later', why: (error as Error).name };
      }
    }
  };
}
