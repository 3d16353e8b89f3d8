import type { TakingWay } from '$lib/api/contracts/campaign';
import type { SubmissionState } from '$lib/api/contracts/submission';
import type { ConsentItem } from '$lib/api/notice';
import type { Locale } from '$lib/i18n/locales/tags';
import { lookParts } from '../photo/look';
import type { SqlValue } from './sql';

/** The consent that a submission rests on, as it is kept. */
export interface AgreedTo {
  version: string;
  /** ISO 8601, by the student's device. */
  at: string;
  items: ConsentItem[];
  locale: Locale;
  /** Of the text in that language; empty where the product no longer has it. */
  textSha256: string;
}

/** One submission as it is kept. */
export interface StoredSubmission {
  id: string;
  /** SHA-256 of the client's key; the key itself is never kept. */
  keyHash: string;
  /** SHA-256 of photo, registration and report together: tells a repeat from a conflict. */
  contentHash: string;
  /** The same while the content may not be taken in twice; null once withdrawn or erased. */
  contentKey: string | null;
  state: SubmissionState;
  /** ISO 8601. */
  receivedAt: string;
  photoSha256: string;
  photoBytes: number;
  /** What the photo looks like (`lookOf`); absent in what was taken in before it was told. */
  look?: string;
  /** JSON as validated. */
  registration: string;
  report: string;
  /** Message keys, on rejection. */
  reasons: string[];
  /** What the reviewer wrote with it. */
  note?: string;
  campaign: string;
  studentNumber: string;
  name: string;
  /** Set where this endpoint itself read the number from its code. */
  proven?: true;
  /** How the photo was taken; absent where nobody told. */
  way?: TakingWay;
  /** JSON `Taken`: what the device says of when. */
  taken?: string;
  /** Hash of the device, or of the key where no device is named: one sender's own flood is told from others'. */
  sender: string;
  /** 0 for a first photo, then one more for each retake. */
  attempt: number;
  /** Id of the rejected submission this one answers. */
  replaces: string | null;
  /** JSON `AgreedTo`; null in what was taken in before it was asked for. */
  consent: string | null;
  /** Name of the reviewer who has or had it. */
  claimedBy: string | null;
  claimedAt: string | null;
  /** ISO 8601, of the last change. */
  changedAt: string;
  /** ISO 8601, once the personal data and the photo are gone. */
  erasedAt: string | null;
}

export interface SubmissionRow {
  id: string;
  key_hash: string;
  content_hash: string;
  content_key: string | null;
  state: SubmissionState;
  received_at: string;
  photo_sha256: string;
  photo_bytes: number;
  registration: string;
  report: string;
  reasons: string;
  note: string;
  campaign: string;
  student_number: string;
  name: string;
  class: string;
  proven: number;
  way: TakingWay | '';
  taken: string | null;
  sender: string;
  attempt: number;
  replaces: string | null;
  consent: string | null;
  claimed_by: string | null;
  claimed_at: string | null;
  changed_at: string;
  erased_at: string | null;
}

/** Every column of a `SubmissionRow`, for SELECT. */
export const columns =
  'id, key_hash, content_hash, content_key, state, received_at, photo_sha256, photo_bytes, registration, report, ' +
  'reasons, note, campaign, student_number, name, class, proven, way, taken, sender, attempt, replaces, consent, claimed_by, claimed_at, changed_at, erased_at';

/** A submission as the rest of the server knows it, of its row. */
export function fromRow(row: SubmissionRow): StoredSubmission {
  return {
    id: row.id,
    keyHash: row.key_hash,
    contentHash: row.content_hash,
    contentKey: row.content_key,
    state: row.state,
    receivedAt: row.received_at,
    photoSha256: row.photo_sha256,
    photoBytes: row.photo_bytes,
    registration: row.registration,
    report: row.report,
    reasons: JSON.parse(row.reasons) as string[],
    ...(row.note && { note: row.note }),
    campaign: row.campaign,
    studentNumber: row.student_number,
    name: row.name,
    ...(row.proven === 1 && { proven: true }),
    ...(row.way && { way: row.way }),
    ...(row.taken !== null && { taken: row.taken }),
    sender: row.sender,
    attempt: row.attempt,
    replaces: row.replaces,
    consent: row.consent,
    claimedBy: row.claimed_by,
    claimedAt: row.claimed_at,
    changedAt: row.changed_at,
    erasedAt: row.erased_at
  };
}

/** What the photo looks like, and its quarters, by which near ones are found. */
type LookColumn = 'look' | 'look_0' | 'look_1' | 'look_2' | 'look_3';

/** The answer to the campaign's field `class`, which the review console groups by. */
function classOf(registration: string): string {
  const { fields } = JSON.parse(registration) as { fields?: Record<string, string> };
  return fields?.class ?? '';
}

/** The rules of a report that warned or failed, by id, with a space between. */
function warnedOf(report: string): string {
  const { findings = [] } = JSON.parse(report) as { findings?: { id: string; verdict: string }[] };
  return findings
    .filter(({ verdict }) => verdict === 'warn' || verdict === 'fail')
    .map(({ id }) => id)
    .join(' ');
}

/** The row of a submission: the inverse of `fromRow`, with the columns that are derived for searching. */
export function toRow(s: StoredSubmission): Record<keyof SubmissionRow | 'warned' | LookColumn, SqlValue> {
  const parts = s.look ? lookParts(s.look) : [];
  return {
    id: s.id,
    key_hash: s.keyHash,
    content_hash: s.contentHash,
    content_key: s.contentKey,
    state: s.state,
    received_at: s.receivedAt,
    photo_sha256: s.photoSha256,
    photo_bytes: s.photoBytes,
    look: s.look ?? '',
    look_0: parts[0] ?? null,
    look_1: parts[1] ?? null,
    look_2: parts[2] ?? null,
    look_3: parts[3] ?? null,
    registration: s.registration,
    report: s.report,
    warned: warnedOf(s.report),
    reasons: JSON.stringify(s.reasons),
    note: s.note ?? '',
    campaign: s.campaign,
    student_number: s.studentNumber,
    name: s.name,
    class: classOf(s.registration),
    proven: s.proven ? 1 : 0,
    way: s.way ?? '',
    taken: s.taken ?? null,
    sender: s.sender,
    attempt: s.attempt,
    replaces: s.replaces,
    consent: s.consent,
    claimed_by: s.claimedBy,
    claimed_at: s.claimedAt,
    changed_at: s.changedAt,
    erased_at: s.erasedAt
  };
}
