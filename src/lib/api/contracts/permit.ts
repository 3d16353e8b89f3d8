/**
 * Quota permits: how many photos a student may finish (crop, new background) for a campaign, as the endpoint signs it.
 *
 *     GET /api/v1/permits?campaign=CODE     x-subject: 64 hexadecimal digits, see `subjectOf`
 *       200 `Permit` · problem `campaign.unknown` otherwise
 *
 * A permit is asked for when the camera is opened and goes along with the submission (`details.quota`), with the times
 * at which photos were finished. It blocks nobody: without a network a photo is made without one. Counting, at
 * delivery, is idempotent; what was more than allowed or had no valid permit is noted in the history.
 */
import * as v from 'valibot';
import { hexOf } from '../hex';
import { sha256Pattern } from '../patterns';
import type { Contract } from './contract';

/** Says nothing of the student to anybody: the device's random id is in it. Hexadecimal SHA-256. */
export async function subjectOf(device: string, campaign: string, studentNumber: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([device, campaign, studentNumber]));
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', text)));
}

/** Beside the address, which logs may hold. */
export const subjectHeader = 'x-subject';
/** Whether it is the hash by which a permit names a student: SHA-256 in hexadecimal. */
export const isSubject = (text: string) => sha256Pattern.test(text);

const permitSchema = v.object({
  /** Signed, opaque to the client. */
  token: v.string(),
  campaign: v.string(),
  /** Photos that may be finished under it; 0 while the cool-down lasts. */
  count: v.number(),
  /** ISO 8601, by the endpoint's clock. */
  from: v.string(),
  until: v.string()
});
/** What the endpoint answers. */
export type Permit = v.InferOutput<typeof permitSchema>;

/** What goes along with a submission. */
export const quotaSchema = v.strictObject({
  permit: v.optional(v.pipe(v.string(), v.maxLength(512))),
  /** When photos were finished, ms since 1970 by the device's clock. */
  finishedAt: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8e14))),
    v.maxLength(100)
  )
});
export type Quota = v.InferOutput<typeof quotaSchema>;

export const permitApi = {
  ask: { method: 'GET', path: '/api/v1/permits?campaign={campaign}', answer: permitSchema, timeoutMs: 10_000 }
} as const satisfies Record<string, Contract>;
