/**
 * How it stands with a photo, for somebody who has its receipt and no longer the device that sent it.
 *
 *     POST /api/v1/receipts     {"studentNumber": "…", "receipt": "7K3F-92QD"}
 *       200 `ReceiptStatus` · problem `submission.unknown` where the two do not belong together · `request.tooMany`
 */
import * as v from 'valibot';
import { studentNumberPattern } from '../patterns';
import { receiptPattern } from '../receipt';
import type { Contract } from './contract';
import { statusSchema } from './submission';

export const receiptSchema = v.strictObject({
  studentNumber: v.pipe(v.string(), v.trim(), v.regex(studentNumberPattern)),
  receipt: v.pipe(v.string(), v.regex(receiptPattern))
});

/** Neither name, number nor photo. */
const receiptStatusSchema = v.pick(statusSchema, ['state', 'receivedAt', 'reasons', 'retakesLeft']);
export type ReceiptStatus = v.InferOutput<typeof receiptStatusSchema>;

export const receiptApi = {
  status: { method: 'POST', path: '/api/v1/receipts', body: receiptSchema, answer: receiptStatusSchema }
} as const satisfies Record<string, Contract>;
