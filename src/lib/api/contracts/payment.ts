/**
 * The payment interface, shared by the client and the endpoint.
 *
 *     GET  /api/v1/payments?campaign=CODE
 *       200 `Fee`
 *     POST /api/v1/payments            Authorization: Bearer KEY     `OrderRequest`
 *       200 `PaymentStatus`: a new order, the one that is open already, or the one that is paid · problem `payment.…`
 *     GET  /api/v1/payments/{id}       Authorization: Bearer KEY
 *       200 `PaymentStatus`
 *     POST /api/v1/payments/callbacks/{driver}     what the provider sends, in its own form
 *
 * Amounts are whole fen. KEY is 32 client-made random bytes in base64url; the endpoint keeps its hash only.
 */
import * as v from 'valibot';
import type { Contract } from './contract';
import { campaignCode, known, uuid } from './parts';
import { registrationSchema } from './registration';

/** How a student may pay; the part before the point names the driver. */
export const paymentWays = [
  'free',
  'voucher',
  'sandbox',
  'wechat.jsapi',
  'wechat.h5',
  'wechat.native',
  'alipay.wap',
  'alipay.page'
] as const;
export type PaymentWay = (typeof paymentWays)[number];

export const orderSchema = v.strictObject({
  campaign: campaignCode,
  registration: registrationSchema,
  way: v.picklist(paymentWays),
  /** The device's random id, as its submissions have it: by it a photo that is taken back is known to be the payer's. */
  device: v.optional(uuid),
  /** Code of a voucher, as the student typed it. */
  voucher: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64)))
});
export type OrderRequest = v.InferOutput<typeof orderSchema>;

/** `ordered`: not yet known to the provider; `pending`: the student may pay; `refunding`: the money is on its way back. */
const orderStates = ['ordered', 'pending', 'paid', 'refunding', 'refunded', 'closed'] as const;
export type OrderState = (typeof orderStates)[number];

/** What the browser does next for the student to pay. */
const actionSchema = v.variant('kind', [
  v.object({ kind: v.literal('redirect'), url: v.string() }),
  /** Text of a QR code to scan with the provider's app. */
  v.object({ kind: v.literal('code'), text: v.string() }),
  /** Parameters for the bridge of WeChat's own browser. */
  v.object({ kind: v.literal('bridge'), parameters: v.record(v.string(), v.string()) })
]);
export type PaymentAction = v.InferOutput<typeof actionSchema>;

const paymentSchema = v.object({
  /** Null when the fee was paid from another device: this one has no key to that order. */
  id: v.nullable(v.string()),
  state: v.picklist(orderStates),
  amountFen: v.number(),
  way: v.picklist(paymentWays),
  /** While pending. */
  action: v.nullable(actionSchema),
  /** ISO 8601; an order not paid by then is closed. */
  expiresAt: v.string()
});
export type PaymentStatus = v.InferOutput<typeof paymentSchema>;

const feeSchema = v.object({
  campaign: v.string(),
  required: v.boolean(),
  amountFen: v.number(),
  when: v.picklist(['beforeCapture', 'beforeSubmit']),
  ways: known(paymentWays)
});
/** What a campaign asks for, and how it may be paid here. */
export type Fee = v.InferOutput<typeof feeSchema>;

/** Body of POST /api/v1/payments/sandbox: the payer's answer on the sandbox's page. */
export const sandboxSchema = v.strictObject({
  order: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** `lost`: paid, and nothing is told; `decline`: the payer goes back without paying. */
  outcome: v.picklist(['pay', 'lost', 'decline'])
});

/** Longer than a provider takes to open a payment. */
const timeoutMs = 30_000;

export const paymentApi = {
  fee: { method: 'GET', path: '/api/v1/payments?campaign={campaign}', answer: feeSchema, timeoutMs },
  order: { method: 'POST', path: '/api/v1/payments', body: orderSchema, answer: paymentSchema, timeoutMs },
  status: { method: 'GET', path: '/api/v1/payments/{id}', answer: paymentSchema, timeoutMs },
  sandbox: {
    method: 'POST',
    path: '/api/v1/payments/sandbox',
    body: sandboxSchema,
    answer: v.object({ state: v.string() }),
    timeoutMs
  }
} as const satisfies Record<string, Contract>;
