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
import { campaignCode } from './parts';
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
  /** Code of a voucher, as the student typed it. */
  voucher: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64)))
});
export type OrderRequest = v.InferOutput<typeof orderSchema>;

/**
 * `ordered`: not yet known to the provider; `pending`: the student may pay; `refunding`: the money is on its way back.
 */
export type OrderState = 'ordered' | 'pending' | 'paid' | 'refunding' | 'refunded' | 'closed';

/** What the browser does next for the student to pay. */
export type PaymentAction =
  | { kind: 'redirect'; url: string }
  /** Text of a QR code to scan with the provider's app. */
  | { kind: 'code'; text: string }
  /** Parameters for the bridge of WeChat's own browser. */
  | { kind: 'bridge'; parameters: Record<string, string> };

export interface PaymentStatus {
  /** Null when the fee was paid from another device: this one has no key to that order. */
  id: string | null;
  state: OrderState;
  amountFen: number;
  way: PaymentWay;
  /** While pending. */
  action: PaymentAction | null;
  /** ISO 8601; an order not paid by then is closed. */
  expiresAt: string;
}

/** What a campaign asks for, and how it may be paid here. */
export interface Fee {
  campaign: string;
  required: boolean;
  amountFen: number;
  when: 'beforeCapture' | 'beforeSubmit';
  ways: PaymentWay[];
}
