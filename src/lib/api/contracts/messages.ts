/**
 * Hearing the outcome, shared by the client and the endpoint.
 *
 *     GET  /api/v1/messages
 *       200 `Offered`
 *     PUT  /api/v1/submissions/{id}/messages     Authorization: Bearer KEY     `Subscription`
 *       204 one message about the outcome of this submission will be sent; to an e-mail address or a telephone number only
 *       once its owner has confirmed it by the link that is sent there · problem `message.…`
 *     POST /api/v1/messages/confirm              {"token": "…"}
 *       204 messages may go to the address that the token was sent to · problem `message.ended`
 *     GET  /api/v1/data-use
 *       200 which other systems this server tells something: `AREA.DRIVER`
 *     POST /api/v1/messages/unsubscribe          {"token": "…"}
 *       204 also when there is nothing to end
 *
 * The status page tells the outcome in any case. An address is forgotten once its one message is sent; where its owner
 * wanted to be reminded, once a photo is approved or on its way again, or the campaign is over.
 */
import * as v from 'valibot';
import { locales } from '$lib/i18n/locales/tags';
import type { Contract } from './contract';

const offeredSchema = v.object({
  /** The application server's public key for Web Push, or null while it is off. */
  push: v.nullable(v.string()),
  email: v.boolean()
});
/** Which ways there are here. */
export type Offered = v.InferOutput<typeof offeredSchema>;

const base64url = (length: number) =>
  v.pipe(v.string(), v.maxLength(length), v.regex(/^[A-Za-z0-9_-]+={0,2}$/));

/** Also reminded while no photo stands: the address is then kept until the campaign's end. */
const remind = v.optional(v.boolean());

export const subscriptionSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('push'),
    locale: v.picklist(locales),
    remind,
    endpoint: v.pipe(v.string(), v.maxLength(1024), v.url()),
    p256dh: base64url(100),
    auth: base64url(40)
  }),
  v.strictObject({
    kind: v.literal('email'),
    locale: v.picklist(locales),
    remind,
    address: v.pipe(v.string(), v.trim(), v.maxLength(254), v.email())
  }),
  v.strictObject({
    kind: v.literal('sms'),
    locale: v.picklist(locales),
    remind,
    /** A mobile number of mainland China. */
    number: v.pipe(v.string(), v.regex(/^1[3-9][0-9]{9}$/))
  }),
  v.strictObject({
    kind: v.literal('wechat'),
    locale: v.picklist(locales),
    remind,
    openid: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))
  })
]);
export type Subscription = v.InferOutput<typeof subscriptionSchema>;
export type SubscriptionKind = Subscription['kind'];

export const unsubscribeSchema = v.strictObject({ token: base64url(64) });

/** What a push message carries, encrypted; the service worker shows it. */
export interface PushPayload {
  title: string;
  body: string;
  lang: string;
  /** The same message twice replaces itself. */
  tag: string;
  path: '/status';
}

export const messagesApi = {
  offered: { method: 'GET', path: '/api/v1/messages', answer: offeredSchema },
  subscribe: { method: 'PUT', path: '/api/v1/submissions/{id}/messages', body: subscriptionSchema },
  confirm: { method: 'POST', path: '/api/v1/messages/confirm', body: unsubscribeSchema },
  unsubscribe: { method: 'POST', path: '/api/v1/messages/unsubscribe', body: unsubscribeSchema },
  dataUse: { method: 'GET', path: '/api/v1/data-use', answer: v.array(v.string()), timeoutMs: 10_000 }
} as const satisfies Record<string, Contract>;
