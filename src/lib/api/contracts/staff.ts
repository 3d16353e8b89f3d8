/**
 * The staff's interface, shared by the console and the endpoint. Who is asking is told by the session cookie; every
 * request but GET carries the session's `csrf` in the header `x-csrf`. Errors are RFC 9457 problems.
 */
import * as v from 'valibot';
import type { Campaign } from './campaign';
import type { SubmissionState } from './submission';
import { studentNumberPattern } from '../patterns';
import { campaignCode, instant, uuid } from './parts';
import { rejectionReasons } from './reasons';
import type { Finding, Report } from '$workers/protocol';

export type StaffRole = 'reviewer' | 'admin';

/** GET and POST /api/v1/staff/session. */
export interface StaffSession {
  name: string;
  role: StaffRole;
  /** Goes into the header `x-csrf` of each request that changes something. */
  csrf: string;
}

/** GET /api/v1/staff/session: who is signed in, and whether anybody could be. */
export interface SessionState {
  session: StaffSession | null;
  /** False until the first account was made by command. */
  accounts: boolean;
  /** Whether staff may come by the unit's single sign-on: /review/sign-in/sso. */
  sso: boolean;
}

/** Body of POST /api/v1/staff/session. */
export const signInSchema = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(64)),
  password: v.pipe(v.string(), v.maxLength(1024)),
  /** A password of one's own, in place of one that was for one use. */
  fresh: v.optional(v.pipe(v.string(), v.maxLength(1024)))
});

const memberName = v.pipe(v.string(), v.maxLength(64));
const role = v.picklist(['reviewer', 'admin']);

/** GET /api/v1/staff/accounts: everybody who may sign in or could. */
export interface StaffAccount {
  name: string;
  role: StaffRole;
  locked: boolean;
  /** The password given by an admin was not changed yet. */
  oneTime: boolean;
  /** Signs in by the unit's single sign-on too. */
  linked: boolean;
}

/** Body of POST /api/v1/staff/accounts; answers `OneTime`. */
export const newAccountSchema = v.strictObject({ name: memberName, role });

/** Body of PATCH /api/v1/staff/accounts: one change; answers `OneTime` for a reset. */
export const changeAccountSchema = v.union([
  v.strictObject({ name: memberName, role }),
  v.strictObject({ name: memberName, locked: v.boolean() }),
  v.strictObject({ name: memberName, reset: v.literal(true) })
]);
export type AccountChange = v.InferOutput<typeof changeAccountSchema>;

/** A password for one use: shown once, kept by nobody. */
export interface OneTime {
  password?: string;
}

export const csrfHeader = 'x-csrf';

const states = ['received', 'inReview', 'approved', 'rejected', 'withdrawn'] as const;
const className = v.pipe(v.string(), v.maxLength(128));

const filter = {
  campaign: campaignCode,
  states: v.pipe(v.array(v.picklist(states)), v.minLength(1), v.maxLength(states.length)),
  class: v.optional(className),
  /** ISO 8601, of the arrival: from `from`, before `to`. */
  from: v.optional(instant),
  to: v.optional(instant),
  /** The beginning of a student number or of a name. */
  text: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(64)))
};
export type QueueFilter = v.InferOutput<v.StrictObjectSchema<typeof filter, undefined>>;

/** Body of POST /api/v1/staff/queue; a body, because a name has no place in an address. */
export const queueSchema = v.strictObject({
  ...filter,
  /** `next` of the page before. */
  after: v.optional(v.pipe(v.string(), v.maxLength(512))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 50)
});

/** Held against the unit's list: `other`: the number is on it with another name; null: there is no list. */
export type Listed = 'yes' | 'other' | 'no' | null;

/** A line of the queue; names and numbers masked. */
export interface QueueItem {
  id: string;
  state: SubmissionState;
  receivedAt: string;
  studentNumber: string;
  name: string;
  class: string;
  attempt: number;
  verdict: Report['verdict'];
  listed: Listed;
  /** Who reviews or reviewed it. */
  reviewer: string | null;
}
export interface QueuePage {
  items: QueueItem[];
  next: string | null;
}

/** GET /api/v1/staff/summary?campaign=CODE. Counts end at `countLimit`. */
export interface Summary {
  counts: Record<SubmissionState, number>;
  countLimit: number;
  /** Students whose photo an export would hold now: approved, and past its undo. */
  exportable: number;
  /** Classes with photos that wait; '' for those without a class. */
  classes: { name: string; waiting: number }[];
  /** Students on the unit's list; 0: there is none. */
  listed: number;
}

/** One photo as a reviewer sees it. */
export interface ReviewItem extends QueueItem {
  campaign: string;
  standard: string;
  institution: string;
  findings: Finding[];
  reasons: string[];
  /** Whether the reader holds it, and may give a verdict. */
  mine: boolean;
  /** The photo whose rejection this one answers. */
  replaces: string | null;
  /** Oldest first, of this photo. */
  history: { at: string; who: string; state: SubmissionState; why: string; reasons: string[] }[];
}

/** POST /api/v1/staff/submissions/{id}/unmask; goes into the log. */
export interface Identity {
  name: string;
  studentNumber: string;
  fields: Record<string, string>;
}

/** Body of POST /api/v1/staff/claims: take what waits, the oldest first, or just `id`. Answers `ReviewItem[]`. */
export const claimSchema = v.union([
  v.strictObject({ id: uuid }),
  v.strictObject({
    campaign: campaignCode,
    class: v.optional(className),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24)),
    /** Not these: just skipped. */
    skip: v.optional(v.pipe(v.array(uuid), v.maxLength(500)), [])
  })
]);

/** Body of DELETE /api/v1/staff/bindings: a registration to be freed from its account. */
export const bindingSchema = v.strictObject({
  campaign: campaignCode,
  studentNumber: v.pipe(v.string(), v.regex(studentNumberPattern))
});

/** Body of POST /api/v1/staff/release and /undo. */
export const idsSchema = v.strictObject({ ids: v.pipe(v.array(uuid), v.minLength(1), v.maxLength(24)) });

/** Body of POST /api/v1/staff/verdicts. */
export const verdictsSchema = v.strictObject({
  verdicts: v.pipe(
    v.array(
      v.variant('to', [
        v.strictObject({ id: uuid, to: v.literal('approved') }),
        v.strictObject({
          id: uuid,
          to: v.literal('rejected'),
          reasons: v.pipe(v.array(v.picklist(rejectionReasons)), v.minLength(1), v.maxLength(14))
        })
      ])
    ),
    v.minLength(1),
    v.maxLength(24)
  )
});
export type Verdict = v.InferOutput<typeof verdictsSchema>['verdicts'][number];

/** What became of each; `review.taken` where somebody else has it by now, `review.tooLate` for an undo. */
export interface Done {
  done: string[];
  failed: string[];
  /** How long the verdicts can be undone, s. */
  undoSeconds: number;
}

/** Campaigns a reviewer may choose from, GET /api/v1/staff/campaigns. */
export interface StaffCampaign {
  code: string;
  name: Campaign['name'];
  standard: string;
  open: boolean;
}

/** GET /api/v1/staff/audit?before=SEQUENCE, newest first. */
export interface AuditPage {
  entries: { sequence: number; at: string; who: string; act: string; subject: string }[];
  next: number | null;
}

/** POST /api/v1/staff/students?campaign=CODE: what an imported list held. */
export interface Imported {
  students: number;
  /** Rows left out, by line number, and why. */
  skipped: { line: number; why: 'number' | 'name' | 'twice' }[];
  /** Submissions of numbers that are not on it, and of numbers with another name. */
  notListed: number;
  otherName: number;
}
