/** The admins' part of the staff's interface; see `staff.ts`. */
import * as v from 'valibot';
import { studentNumberPattern } from '../patterns';
import type { Contract } from './contract';
import { campaignCode } from './parts';

const memberName = v.pipe(v.string(), v.maxLength(64));
const role = v.picklist(['reviewer', 'admin']);

const accountSchema = v.object({
  name: v.string(),
  role,
  locked: v.boolean(),
  /** The password given by an admin was not changed yet. */
  oneTime: v.boolean(),
  /** Signs in by the unit's single sign-on too. */
  linked: v.boolean(),
  /** How many there are. */
  passkeys: v.number(),
  /** The only campaigns a reviewer sees; null: every one. */
  campaigns: v.nullable(v.array(v.string()))
});
/** Somebody who may sign in or could. */
export type StaffAccount = v.InferOutput<typeof accountSchema>;

export const newAccountSchema = v.strictObject({ name: memberName, role });

/** One change. */
export const changeAccountSchema = v.union([
  v.strictObject({ name: memberName, role }),
  v.strictObject({ name: memberName, locked: v.boolean() }),
  v.strictObject({
    name: memberName,
    campaigns: v.nullable(v.pipe(v.array(campaignCode), v.maxLength(100)))
  }),
  v.strictObject({ name: memberName, reset: v.literal(true) })
]);
export type AccountChange = v.InferOutput<typeof changeAccountSchema>;

/** A password for one use: shown once, kept by nobody. */
const oneTimeSchema = v.object({ password: v.optional(v.string()) });
export type OneTime = v.InferOutput<typeof oneTimeSchema>;

/** A device that is to become a kiosk. */
export const kioskPlaceSchema = v.strictObject({
  campaign: campaignCode,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  idleSeconds: v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(3600)),
  countdownSeconds: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(600))
});

/** A registration to be freed from its account. */
export const bindingSchema = v.strictObject({
  campaign: campaignCode,
  studentNumber: v.pipe(v.string(), v.regex(studentNumberPattern))
});

const auditPageSchema = v.object({
  entries: v.array(
    v.object({
      sequence: v.number(),
      at: v.string(),
      who: v.string(),
      act: v.string(),
      subject: v.string()
    })
  ),
  next: v.nullable(v.number())
});
/** Newest first. */
export type AuditPage = v.InferOutput<typeof auditPageSchema>;

const skippedRow = v.object({
  /** Its number in the file, from 1. */
  line: v.number(),
  /**
   * `number`: no student number; `inexact`: one of which the spreadsheet has cut digits off; `name`: none, or too long;
   * `letters`: bytes that are no letters, or those of another encoding; `formula`: one that shows an error; `twice`: the number stood in a row before.
   */
  why: v.picklist(['number', 'inexact', 'name', 'letters', 'formula', 'twice'])
});
/** A row that cannot be used. */
export type SkippedRow = v.InferOutput<typeof skippedRow>;

const previewSchema = v.object({
  students: v.number(),
  /** Against the list that is there. */
  added: v.number(),
  changed: v.number(),
  removed: v.number(),
  /** The first rows left out. */
  skipped: v.array(skippedRow),
  skippedCount: v.number(),
  /** Of a workbook with several lists: the sheet that is read, and those that are not. */
  sheet: v.optional(v.string()),
  otherSheets: v.optional(v.array(v.string()))
});
/** What importing a list would do. */
export type ListPreview = v.InferOutput<typeof previewSchema>;

const jobStateSchema = v.object({
  name: v.string(),
  everySeconds: v.number(),
  /** How much there is to do for it now. */
  waiting: v.number(),
  /** Of the last run, ISO 8601; null before the first, or while it goes on for the first time. */
  beganAt: v.nullable(v.string()),
  endedAt: v.nullable(v.string()),
  ms: v.nullable(v.number()),
  /** Since the last run that went well. */
  failures: v.number(),
  /** Runs that failed with all their retries, ever. */
  givenUp: v.number(),
  /** Of the last failure; '' when the last run went well. */
  code: v.string()
});
/** Something that goes on by itself at the endpoint. */
export type JobState = v.InferOutput<typeof jobStateSchema>;

const importedSchema = v.object({
  students: v.number(),
  /** The first rows left out. */
  skipped: v.array(skippedRow),
  skippedCount: v.number(),
  /** Submissions of numbers that are not on it, and of numbers with another name. */
  notListed: v.number(),
  otherName: v.number()
});
/** What an imported list held. */
export type Imported = v.InferOutput<typeof importedSchema>;

/** What of a campaign is exported. */
export const exportSchema = v.strictObject({
  campaign: campaignCode,
  /** Of this class only; '' is those without one. */
  class: v.optional(v.pipe(v.string(), v.maxLength(128))),
  /** Only what no export has handed over. */
  fresh: v.optional(v.boolean(), false)
});

const exportPreviewSchema = v.object({
  /** Counted up to `countLimit`. */
  photos: v.number(),
  countLimit: v.number(),
  /** Classes with approved photos; '' for those without one. */
  classes: v.array(v.string()),
  institution: v.object({ code: v.string(), name: v.string() })
});
/** What an export would hold. */
export type ExportPreview = v.InferOutput<typeof exportPreviewSchema>;

export const adminApi = {
  accounts: { method: 'GET', path: '/api/v1/staff/accounts', answer: v.array(accountSchema) },
  addAccount: {
    method: 'POST',
    path: '/api/v1/staff/accounts',
    body: newAccountSchema,
    answer: oneTimeSchema
  },
  changeAccount: {
    method: 'PATCH',
    path: '/api/v1/staff/accounts',
    body: changeAccountSchema,
    answer: oneTimeSchema
  },
  unbind: {
    method: 'DELETE',
    path: '/api/v1/staff/bindings',
    body: bindingSchema,
    answer: v.object({ removed: v.boolean() })
  },
  kioskCode: {
    method: 'POST',
    path: '/api/v1/staff/kiosks',
    body: kioskPlaceSchema,
    answer: v.object({ code: v.string(), publicKey: v.string(), until: v.string() })
  },
  audit: { method: 'GET', path: '/api/v1/staff/audit', answer: auditPageSchema },
  earlierAudit: { method: 'GET', path: '/api/v1/staff/audit?before={before}', answer: auditPageSchema },
  /** The body is a CSV or XLSX file; nothing is changed. */
  previewStudents: {
    method: 'POST',
    path: '/api/v1/staff/students/preview?campaign={campaign}',
    file: true,
    answer: previewSchema,
    timeoutMs: 120_000
  },
  exportPreview: {
    method: 'POST',
    path: '/api/v1/staff/export/preview',
    body: exportSchema,
    answer: exportPreviewSchema
  },
  jobs: { method: 'GET', path: '/api/v1/staff/jobs', answer: v.array(jobStateSchema) },
  /** Replaces the list by that of a CSV or XLSX file. */
  students: {
    method: 'POST',
    path: '/api/v1/staff/students?campaign={campaign}',
    file: true,
    answer: importedSchema,
    timeoutMs: 120_000
  }
} as const satisfies Record<string, Contract>;
