import nodemailer from 'nodemailer';
import { loadTexts } from '$lib/i18n/load';
import { fill } from '$lib/i18n/message';
import { sha256 } from '../../crypto';
import { isLocal } from '../../transport';
import type { SenderOf } from '../sender';

export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…` */
  server: string;
  from: string;
  /** Address students open. */
  origin: string;
}

const timeoutMs = 20_000;
/**
 * There is no such mailbox (RFC 5321, 4.2.3); other 55x are about the message or the server, and so is one of these whose
 * enhanced code says so (RFC 3463, 3: only x.1.x and x.2.1 are about the address).
 */
const noMailbox = (code: number, answer: string) =>
  [550, 551, 553].includes(code) && !/^\d{3}[ -]5\.(?!1\.|2\.1\b)\d/.test(answer);

/** E-mail through an SMTP server. A repeat has the same Message-ID, by which mail servers and readers tell it. */
export function mailSender({ server, from, origin }: MailSettings): SenderOf<'email'> {
  const transport = nodemailer.createTransport({
    url: server,
    // STARTTLS or nothing: without it whoever is on the way could strip the offer, and read password and mail.
    requireTLS: !isLocal(server),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true
  });
  return {
    kind: 'email',
    accepts: () => true,
    async send({ address }, { key, template, title, body, locale, token }) {
      const stop = `${origin}/unsubscribe#${token}`;
      const texts = await loadTexts(locale);
      const line = (name: 'open' | 'stop', url: string) =>
        fill(texts[`outcome.mail.${name}`], locale, { url });
      const id = sha256(key).slice(0, 32);
      try {
        await transport.sendMail({
          from,
          to: address,
          subject: title,
          text: [
            body,
            '',
            ...(template === 'confirm' ? [] : [line('open', `${origin}/status`)]),
            line('stop', stop),
            ''
          ].join('\n'),
          messageId: `<${id}@${new URL(origin).hostname}>`,
          headers: { 'List-Unsubscribe': `<${stop}>`, 'Auto-Submitted': 'auto-generated' }
        });
        return { kind: 'sent' };
      } catch (error) {
        const { responseCode, response, code } = error as {
          responseCode?: number;
          response?: string;
          code?: string;
        };
        if (noMailbox(responseCode ?? 0, response ?? '')) return { kind: 'gone' };
        return { kind: 'later', why: String(responseCode ?? code ?? 'smtp') };
      }
    }
  };
}
