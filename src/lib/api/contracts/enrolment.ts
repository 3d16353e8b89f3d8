/** Enrolment photos of a campaign's list, which reviewers compare with the new ones by eye. */
import * as v from 'valibot';
import { studentNumberPattern } from '../patterns';
import { matchSchema } from './bulk';
import type { Contract } from './contract';
import { campaignCode } from './parts';

/** Of one file, bytes; of one picture, pixels. */
export const enrolmentLimits = { bytes: 1024 * 1024, pixels: 6_000_000 } as const;

/** Bytes as base64 has them. */
const inBase64 = (bytes: number) => Math.ceil(bytes / 3) * 4;
/** Of a request that brings one photo. */
export const maxEnrolmentBody = inBase64(enrolmentLimits.bytes) + 1024;

export const enrolmentPhotoSchema = v.strictObject({
  campaign: campaignCode,
  studentNumber: v.pipe(v.string(), v.regex(studentNumberPattern)),
  /** A JPEG or PNG. */
  photo: v.pipe(v.string(), v.base64(), v.maxLength(inBase64(enrolmentLimits.bytes)))
});

export const enrolmentOfSchema = v.strictObject({ campaign: campaignCode });

const enrolledSchema = v.object({
  /** Students on the campaign's list; 0 without one. */
  listed: v.number(),
  /** Enrolment photos that are there. */
  photos: v.number(),
  /** Those of the numbers that are on the list. */
  students: v.array(
    v.object({
      studentNumber: v.string(),
      /** SHA-256 of the photo that is there, or null. */
      photo: v.nullable(v.string())
    })
  )
});
export type Enrolled = v.InferOutput<typeof enrolledSchema>;

const path = '/api/v1/staff/enrolment';

export const enrolmentApi = {
  /** What is there of some numbers, and of all. A body, because numbers have no place in an address. */
  match: { method: 'POST', path: `${path}/match`, body: matchSchema, answer: enrolledSchema },
  /** Brings the photo of one number on the list; the same again changes nothing. */
  put: { method: 'PUT', path, body: enrolmentPhotoSchema, answer: v.object({}), timeoutMs: 60_000 },
  /** Removes those of a campaign, all of them. */
  remove: { method: 'DELETE', path, body: enrolmentOfSchema, answer: v.object({ removed: v.number() }) }
} as const satisfies Record<string, Contract>;
