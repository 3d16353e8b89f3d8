/**
 * The submission interface, shared by the client and the endpoint.
 *
 *     PUT /api/v1/submissions/{id}     Authorization: Bearer KEY     multipart/form-data:
 *         photo         the finished JPEG (≤ maxPhotoBytes)
 *         registration  JSON, `Registration`
 *         report        JSON, the `Report` of the finished file
 *         details       JSON, `Details`
 *       201 stored · 200 the same again · problem otherwise
 *     PUT with `Content-Range: bytes FIRST-LAST/ALL` (RFC 9110, 14.5)     a part of the same
 *       202 `Received`: go on from there · 201, 200 or a problem as above once all is there
 *     PUT with `Content-Range: bytes *\/ALL` and no body
 *       202 `Received`: how much is there · else as above
 *     GET /api/v1/submissions/{id}     Authorization: Bearer KEY
 *       200 `SubmissionStatus`
 *     POST /api/v1/submissions/{id}/withdraw     Authorization: Bearer KEY
 *       200 `SubmissionStatus` · problem `submission.tooLate` once review has begun
 *
 * `id` is a client-made UUID (v4); sending the same id and content again is safe. KEY is 32 client-made random
 * bytes in base64url: whoever holds it may read the status; the endpoint keeps its hash only. Errors are
 * RFC 9457 problems with a stable `code`; see `problems.ts`.
 */
import * as v from 'valibot';
import { locales } from '$lib/i18n/locales/tags';
import { consentItems } from '../notice';
import type { Contract } from './contract';
import { takingWays } from './campaign';
import { campaignCode, instant, key, line, uuid } from './parts';
import { quotaSchema } from './permit';

export const maxPhotoBytes = 1024 * 1024;

const finite = v.pipe(v.number(), v.finite());
/** Evidence to draw: x and y by turns, in the finished file's pixels. */
const outlines = v.pipe(v.array(v.pipe(v.array(finite), v.maxLength(64))), v.maxLength(16));

/** The report's plain numbers; see `Report` in the image core's protocol. */
export const reportSchema = v.object({
  standard: v.pipe(v.string(), v.maxLength(64)),
  kind: v.picklist(['live', 'still', 'upload']),
  verdict: v.picklist(['pass', 'warn', 'fail']),
  findings: v.pipe(
    v.array(
      v.object({
        id: v.pipe(v.string(), v.maxLength(64)),
        value: v.nullable(finite),
        quality: v.nullable(finite),
        verdict: v.picklist(['pass', 'warn', 'fail', 'na']),
        bound: v.optional(v.object({ min: v.optional(finite), max: v.optional(finite) })),
        unit: v.pipe(v.string(), v.maxLength(16)),
        message: v.nullable(v.pipe(v.string(), v.maxLength(64))),
        lines: v.optional(outlines),
        regions: v.optional(outlines),
        missing: v.optional(v.picklist(['labels']))
      })
    ),
    v.maxLength(100)
  ),
  reasons: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(100))
});

/** When and with what a picture was taken, as its device tells it. */
export const takenSchema = v.strictObject({
  /** The picture's own time (Exif), or the file's; absent where neither is known. */
  by: v.optional(v.picklist(['exif', 'file'])),
  /** Between the picture and its choice, whole minutes. */
  minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1_000_000), v.maxValue(100_000_000))),
  /** Which way the camera looks. */
  facing: v.optional(v.picklist(['user', 'environment']))
});
export type Taken = v.InferOutput<typeof takenSchema>;

/** What goes along with a submission beside photo, registration and report. */
export const detailsSchema = v.strictObject({
  /** Code of the campaign; the default one where left out. */
  campaign: v.optional(campaignCode, 'default'),
  /**
   * Which notice the student agreed to, in which language, when (ISO 8601), and each purpose that was agreed to by
   * itself; see `notice.ts`. Without all of them nothing is taken in.
   */
  consent: v.optional(
    v.strictObject({
      version: line(32),
      at: instant,
      items: v.optional(v.pipe(v.array(v.picklist(consentItems)), v.maxLength(consentItems.length))),
      locale: v.optional(v.picklist(locales))
    })
  ),
  /** How the photo was taken; a kiosk's is known by its seal. */
  way: v.optional(v.picklist(takingWays)),
  /** What the device says of when the picture was taken. */
  taken: v.optional(takenSchema),
  /** A random id of the device, made on it; keeps one device from sending for a whole school. */
  device: v.optional(uuid),
  /** Photos finished on the device, and the permit they were finished under; see `permit.ts`. */
  quota: v.optional(quotaSchema),
  /** The rejected submission this photo answers, with its key. */
  replaces: v.optional(v.strictObject({ id: uuid, key }))
});
export type Details = v.InferOutput<typeof detailsSchema>;

const states = ['received', 'inReview', 'approved', 'rejected', 'withdrawn'] as const;
export const stateSchema = v.picklist(states);
export type SubmissionState = (typeof states)[number];

export const statusSchema = v.object({
  id: v.string(),
  state: stateSchema,
  /** ISO 8601, when the endpoint had it durably. */
  receivedAt: v.string(),
  /** Lower-case hex SHA-256 of the stored file. */
  photoSha256: v.string(),
  photoBytes: v.number(),
  /** Message keys, on rejection. */
  reasons: v.array(v.string()),
  /** What the reviewer wrote with it. */
  note: v.optional(v.string(), ''),
  /** Code of its campaign. */
  campaign: v.string(),
  /** 0 for a first photo, then one more for each retake. */
  attempt: v.number(),
  /** New photos the student may still hand in should this one be, or be again, rejected. */
  retakesLeft: v.number(),
  /** ISO 8601, until when the new photo is taken in; null where the campaign sets no deadline, or none is due. */
  retakeUntil: v.optional(v.nullable(v.string()), null),
  /** Id of the submission that answered this one's rejection. */
  replacedBy: v.nullable(v.string()),
  /** Oldest first; without names of staff. */
  history: v.array(
    v.object({
      at: v.string(),
      state: stateSchema,
      by: v.picklist(['student', 'staff', 'system']),
      reasons: v.array(v.string())
    })
  )
});
export type SubmissionStatus = v.InferOutput<typeof statusSchema>;

/** Answers a part of a submission: how many of its bytes are there, from the first on. */
const receivedSchema = v.object({ received: v.number() });
export type Received = v.InferOutput<typeof receivedSchema>;

/** Longer than any network that still works takes for 1 MB; a connection that hangs is given up then. */
const timeoutMs = 60_000;

export const submissionApi = {
  put: {
    method: 'PUT',
    path: '/api/v1/submissions/{id}',
    file: true,
    answer: v.union([receivedSchema, statusSchema]),
    timeoutMs
  },
  status: { method: 'GET', path: '/api/v1/submissions/{id}', answer: statusSchema, timeoutMs },
  withdraw: { method: 'POST', path: '/api/v1/submissions/{id}/withdraw', answer: statusSchema, timeoutMs }
} as const satisfies Record<string, Contract>;
