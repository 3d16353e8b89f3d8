/**
 * The staff's interface, shared by the console and the endpoint. Who is asking is told by the session cookie; every
 * request but GET carries the session's `csrf` in the header `x-csrf`. Errors are RFC 9457 problems.
 */
import * as v from 'valibot';
import type { Contract } from './contract';
import { campaignCode, instant, localText, uuid } from './parts';
import { rejectionReasons } from './reasons';
import { takingWays } from './campaign';
import { reportSchema, stateSchema, takenSchema } from './submission';

export const csrfHeader = 'x-csrf';

const role = v.picklist(['reviewer', 'admin']);
export type StaffRole = v.InferOutput<typeof role>;

/** `add`: admins must have a passkey here and this one has none; `use`: the session began without it. */
const passkeyNeed = v.picklist(['add', 'use']);
export type PasskeyNeed = v.InferOutput<typeof passkeyNeed>;

export const sessionSchema = v.object({
  name: v.string(),
  role,
  /** The only campaigns a reviewer sees; every one where left out. */
  campaigns: v.optional(v.array(v.string())),
  /** What has to be done before anything else may be. */
  needs: v.optional(passkeyNeed),
  /** Goes into the header `x-csrf` of each request that changes something. */
  csrf: v.string()
});
export type StaffSession = v.InferOutput<typeof sessionSchema>;

const sessionStateSchema = v.object({
  session: v.nullable(sessionSchema),
  /** False until the first account was made by command. */
  accounts: v.boolean(),
  /** Whether staff may come by the unit's single sign-on: /review/sign-in/sso. */
  sso: v.boolean()
});
/** Who is signed in, and whether anybody could be. */
export type SessionState = v.InferOutput<typeof sessionStateSchema>;

export const signInSchema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(64)),
  password: v.pipe(v.string(), v.maxLength(1024)),
  /** A password of one's own, in place of one that was for one use. */
  fresh: v.optional(v.pipe(v.string(), v.maxLength(1024)))
});

/** Photos that one reviewer takes or decides at a time. */
export const maxAtOnce = 30;

const className = v.pipe(v.string(), v.maxLength(128));

const filter = {
  campaign: campaignCode,
  states: v.pipe(v.array(stateSchema), v.minLength(1), v.maxLength(stateSchema.options.length)),
  class: v.optional(className),
  /** ISO 8601, of the arrival: from `from`, before `to`. */
  from: v.optional(instant),
  to: v.optional(instant),
  /** The beginning of a student number or of a name. */
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64)))
};
export type QueueFilter = v.InferOutput<v.StrictObjectSchema<typeof filter, undefined>>;

/** A body, because a name has no place in an address. */
export const queueSchema = v.strictObject({
  ...filter,
  /** `next` of the page before. */
  after: v.optional(v.pipe(v.string(), v.maxLength(512))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 50)
});

/** Held against the unit's list: `other`: the number is on it with another name; null: there is no list. */
const listed = v.nullable(v.picklist(['yes', 'other', 'no']));
export type Listed = v.InferOutput<typeof listed>;

const queueItemSchema = v.object({
  id: v.string(),
  state: stateSchema,
  receivedAt: v.string(),
  studentNumber: v.string(),
  name: v.string(),
  class: v.string(),
  attempt: v.number(),
  verdict: reportSchema.entries.verdict,
  listed,
  /** Another photo of the number stands approved under another key: to approve this one takes an admin. */
  second: v.boolean(),
  /** Who reviews or reviewed it. */
  reviewer: v.nullable(v.string())
});
/** A line of the queue; names and numbers masked. */
export type QueueItem = v.InferOutput<typeof queueItemSchema>;

const queuePageSchema = v.object({ items: v.array(queueItemSchema), next: v.nullable(v.string()) });
export type QueuePage = v.InferOutput<typeof queuePageSchema>;

/**
 * Why an approved photo is not exported: `second`: of several approved under different keys none was chosen; `fee`: it
 * went back.
 */
export const leftOut = ['second', 'photo', 'fee'] as const;
export type LeftOut = (typeof leftOut)[number];

const summarySchema = v.object({
  /** End at `countLimit`. */
  counts: v.object(v.entriesFromList(stateSchema.options, v.number())),
  countLimit: v.number(),
  /** Students whose photo an export would hold now: approved, and past its undo. */
  exportable: v.number(),
  /** What an export leaves out, some of it: photos of numbers with several that nobody chose from, or without a file. */
  leftOut: v.array(v.object({ id: v.string(), studentNumber: v.string(), why: v.picklist(leftOut) })),
  /** Classes with photos that wait; '' for those without a class. */
  classes: v.array(v.object({ name: v.string(), waiting: v.number() })),
  /** Students on the unit's list; 0: there is none. */
  listed: v.number()
});
export type Summary = v.InferOutput<typeof summarySchema>;

const otherPhotoSchema = v.object({
  id: v.string(),
  state: stateSchema,
  receivedAt: v.string(),
  /** Sent with the same key, from the same device. */
  sameKey: v.boolean(),
  sameDevice: v.boolean(),
  /** Of several approved ones, the one that was chosen. */
  chosen: v.boolean(),
  /** It is this very file. */
  sameFile: v.boolean(),
  /** It is another file that looks the same, as one that was stored anew. */
  looksAlike: v.boolean()
});
/** Another photo that was sent under the same number. */
export type OtherPhoto = v.InferOutput<typeof otherPhotoSchema>;

const twinSchema = v.object({
  id: v.string(),
  state: stateSchema,
  receivedAt: v.string(),
  /** Masked. */
  studentNumber: v.string(),
  /** The very file; one that looks the same otherwise. */
  sameFile: v.boolean()
});
/** The same photo under another number. */
export type Twin = v.InferOutput<typeof twinSchema>;

const reviewItemSchema = v.object({
  ...queueItemSchema.entries,
  campaign: v.string(),
  standard: v.string(),
  institution: v.string(),
  /** How the photo was taken, and what its device says of when; null where nobody told. */
  way: v.nullable(v.picklist(takingWays)),
  taken: v.nullable(takenSchema),
  findings: reportSchema.entries.findings,
  reasons: v.array(v.string()),
  /** What was written to the student with a rejection; '' without. */
  note: v.string(),
  /** Whether the reader holds it, and may give a verdict. */
  mine: v.boolean(),
  /** The photo whose rejection this one answers. */
  replaces: v.nullable(v.string()),
  /** What else was sent under the number: approved ones first, then the newest; not all where there are many. */
  others: v.array(otherPhotoSchema),
  othersCount: v.number(),
  /** The same photo under other numbers, the same file first. */
  twins: v.array(twinSchema),
  /** Of several approved photos of the number, this one was chosen. */
  chosen: v.boolean(),
  /** There is an enrolment photo of the number to compare it with. */
  enrolment: v.boolean(),
  /** Oldest first, of this photo. */
  history: v.array(
    v.object({
      at: v.string(),
      who: v.string(),
      state: stateSchema,
      why: v.string(),
      reasons: v.array(v.string())
    })
  )
});
/** One photo as a reviewer sees it. */
export type ReviewItem = v.InferOutput<typeof reviewItemSchema>;

const identitySchema = v.object({
  name: v.string(),
  studentNumber: v.string(),
  fields: v.record(v.string(), v.string())
});
/** Unmasked, which goes into the log. */
export type Identity = v.InferOutput<typeof identitySchema>;

/** Takes what waits, the oldest first, or just `id`. */
export const claimSchema = v.union([
  v.strictObject({ id: uuid }),
  v.strictObject({
    campaign: campaignCode,
    class: v.optional(className),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxAtOnce)),
    /** Those of which a rule warned come before the others. */
    warnedFirst: v.optional(v.boolean()),
    /** Not these: just skipped. */
    skip: v.optional(v.pipe(v.array(uuid), v.maxLength(500)), [])
  })
]);

export const chooseSchema = v.strictObject({ id: uuid });

export const idsSchema = v.strictObject({
  ids: v.pipe(v.array(uuid), v.minLength(1), v.maxLength(maxAtOnce))
});

/** Letters of a reviewer's note to the student. */
export const maxNote = 200;

export const verdictsSchema = v.strictObject({
  verdicts: v.pipe(
    v.array(
      v.variant('to', [
        v.strictObject({ id: uuid, to: v.literal('approved') }),
        v.strictObject({
          id: uuid,
          to: v.literal('rejected'),
          reasons: v.pipe(v.array(v.picklist(rejectionReasons)), v.minLength(1), v.maxLength(14)),
          /** To the student, in the reviewer's own words. */
          note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(maxNote)))
        })
      ])
    ),
    v.minLength(1),
    v.maxLength(maxAtOnce)
  )
});
export type Verdict = v.InferOutput<typeof verdictsSchema>['verdicts'][number];

const doneSchema = v.object({
  done: v.array(v.string()),
  failed: v.array(v.string()),
  /** Of the failed: what waits for an admin now, because another photo of the number is approved. */
  forAdmin: v.array(v.string()),
  /** Of the failed: what waits until somebody pays, because the fee of the number went back. */
  unpaid: v.array(v.string()),
  /** How long the verdicts can be undone, s. */
  undoSeconds: v.number()
});
/** What became of each; `review.taken` where somebody else has it by now, `review.tooLate` for an undo. */
export type Done = v.InferOutput<typeof doneSchema>;

/** Campaigns a reviewer may choose from. */
const staffCampaignSchema = v.object({
  code: v.string(),
  name: localText(128),
  standard: v.string(),
  open: v.boolean()
});
export type StaffCampaign = v.InferOutput<typeof staffCampaignSchema>;

const photos = '/api/v1/staff/submissions/{id}';

/** Signing in and the work on photos. */
export const reviewApi = {
  session: { method: 'GET', path: '/api/v1/staff/session', answer: sessionStateSchema },
  signIn: { method: 'POST', path: '/api/v1/staff/session', body: signInSchema, answer: sessionSchema },
  signOut: { method: 'DELETE', path: '/api/v1/staff/session', answer: v.object({}) },
  campaigns: { method: 'GET', path: '/api/v1/staff/campaigns', answer: v.array(staffCampaignSchema) },
  summary: { method: 'GET', path: '/api/v1/staff/summary?campaign={campaign}', answer: summarySchema },
  queue: { method: 'POST', path: '/api/v1/staff/queue', body: queueSchema, answer: queuePageSchema },
  claim: {
    method: 'POST',
    path: '/api/v1/staff/claims',
    body: claimSchema,
    answer: v.array(reviewItemSchema)
  },
  release: { method: 'POST', path: '/api/v1/staff/release', body: idsSchema, answer: doneSchema },
  undo: { method: 'POST', path: '/api/v1/staff/undo', body: idsSchema, answer: doneSchema },
  decide: { method: 'POST', path: '/api/v1/staff/verdicts', body: verdictsSchema, answer: doneSchema },
  choose: { method: 'POST', path: '/api/v1/staff/choices', body: chooseSchema, answer: reviewItemSchema },
  photo: { method: 'GET', path: photos, answer: reviewItemSchema },
  unmask: { method: 'POST', path: `${photos}/unmask`, answer: identitySchema }
} as const satisfies Record<string, Contract>;
