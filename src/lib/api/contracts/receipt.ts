/**
 * How it stands with a photo, for somebody who has its receipt and no longer the device that sent it.
 *
 *     POST /api/v1/receipts     {"studentNumber": "…", "receipt": "7K3F-92QD"}
 *       200 `ReceiptStatus` · problem `submission.unknown` where the two do not belong together · `request.tooMany`
 */
import * as v from 'valibot';
import { studentNumberPattern } from '../patterns';
import { receiptPattern } from '../receipt';
import type { SubmissionStatus } from './submission';

export const receiptSchema = v.strictObject({
  studentNumber: v.pipe(v.string(), v.trim(), v.regex(studentNumberPattern)),
  receipt: v.pipe(v.string(), v.regex(receiptPattern))
});

/** Neither name, number nor photo. */
export type ReceiptStatus = Pick<SubmissionStatus, 'state' | 'receivedAt' | 'reasons' | 'retakesLeft'>;
