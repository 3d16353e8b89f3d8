import { noteConsent } from './consent';
import { reconcile, type Usage } from '../policy/quota';
import type { Verdict } from '$lib/api/contracts/staff';
import type { SubmissionState } from '$lib/api/contracts/submission';
import { mayChange, mayGive, type Actor, type Reviewer } from '../submission/states';
import { claim, decide, setState, undo, type Change, type Decided } from './changes';
import { studentLock } from './locks';
import { isReferredTo, photoRemovals, requirePhoto, type PhotoRemovals } from './removals';
import type { Sql, SqlDatabase, Transaction } from './sql';
import { requireOwnSchema } from './version';
import {
  columns,
  fromRow,
  toRow,
  type AgreedTo,
  type StoredSubmission,
  type SubmissionRow
} from './submission-row';

export type { StoredSubmission } from './submission-row';

/** One entry of a submission's append-only history. */
export interface HistoryEntry {
  at: string;
  who: string;
  from: SubmissionState | 'draft';
  state: SubmissionState;
  why: string;
  /** Message keys. */
  reasons: string[];
}

/** What became of an addition. `same`: this content is already there, under the id it answers. */
export type Added =
  { kind: 'added' } | { kind: 'taken' } | { kind: 'same'; id: string } | { kind: 'replaced' };

/** Where submissions are kept. Every method is durable when it answers. */
export interface SubmissionStore {
  /**
   * Adds a submission with its first history entry and the photos it counts, or changes nothing and tells why.
   *
   * @param admit asked in the same transaction, behind every other one of the student: what the history says of it;
   *   what it throws leaves nothing behind
   * @throws PhotoLeaving when its photo was removed since it was put there
   */
  add(submission: StoredSubmission, usage?: Usage, admit?: (sql: Sql) => Promise<string>): Promise<Added>;
  /** By its own id, or by a further id its content was sent under; then with that id's key. */
  find(id: string): Promise<StoredSubmission | null>;
  /** Whether any submission or enrolment photo refers to the file. */
  refersTo(photoSha256: string): Promise<boolean>;
  /** How photos that nothing refers to are removed. */
  readonly removals: PhotoRemovals;
  history(id: string): Promise<HistoryEntry[]>;
  /** The submission that answers a rejection of this one. */
  replacementOf(id: string): Promise<StoredSubmission | null>;
  /**
   * Compare and set, with its history entry: false, changing nothing, when the state is no longer `from` or another
   * reviewer holds the claim. @throws RangeError when the machine has no such change, or not with these reasons
   */
  change(change: Change): Promise<boolean>;
  /**
   * A reviewer's verdict on what they hold. `second`: another photo of the number stands approved under another key,
   * so that an approval is an admin's; `unpaid`: its fee went back. It then goes back to what waits.
   */
  decide(verdict: Verdict, who: Reviewer): Promise<Decided>;
  /**
   * Undoes a verdict: back to inReview, claimed by the same reviewer. False, changing nothing, when another gave it, or it
   * is older than `undoSeconds` and was exported or answered by a new photo.
   */
  undo(id: string, who: Actor, undoSeconds: number): Promise<boolean>;
  /**
   * Takes a received submission for one reviewer: received → inReview. Also takes over a claim older than
   * `staleBefore` (ISO 8601), inReview → inReview in the history, and renews the reviewer's own, which is no change.
   * False when somebody else has it.
   */
  claim(id: string, who: Reviewer, staleBefore: string): Promise<boolean>;
  /** Whether a photo of this student is waiting, in review or approved, in any campaign. */
  holdsPhotoOf(studentNumber: string): Promise<boolean>;
  close(): Promise<void>;
}

/** Submissions in the database. */
export function submissionStore(db: SqlDatabase): SubmissionStore {
  return {
    add: (submission, usage, admit) =>
      db.transaction(async (sql) => {
        await requireOwnSchema(db, sql);
        return add(sql, submission, usage, admit);
      }),
    async find(id) {
      const alias = await db.get<{ submission_id: string; key_hash: string }>(
        'SELECT submission_id, key_hash FROM submission_alias WHERE id = ?',
        [id]
      );
      const row = await db.get<SubmissionRow>(`SELECT ${columns} FROM submission WHERE id = ?`, [
        alias?.submission_id ?? id
      ]);
      return row ? { ...fromRow(row), ...(alias && { keyHash: alias.key_hash }) } : null;
    },
    refersTo: (photoSha256) => isReferredTo(db, photoSha256),
    removals: photoRemovals(db),
    async history(id) {
      const rows = await db.all<
        Omit<HistoryEntry, 'from' | 'reasons'> & { from_state: HistoryEntry['from']; reasons: string }
      >(
        'SELECT at, who, from_state, state, why, reasons FROM history WHERE submission_id = ? ORDER BY sequence',
        [id]
      );
      return rows.map(({ from_state: from, reasons, ...entry }) => ({
        ...entry,
        from,
        reasons: JSON.parse(reasons) as string[]
      }));
    },
    async replacementOf(id) {
      const row = await db.get<SubmissionRow>(`SELECT ${columns} FROM submission WHERE replaces = ?`, [id]);
      return row ? fromRow(row) : null;
    },
    change(change) {
      if (!mayChange(change.from, change.to))
        throw new RangeError(`no change from ${change.from} to ${change.to}`);
      if (!mayGive(change.to, change.reasons ?? []))
        throw new RangeError(`${change.to} with other reasons than the catalogue's`);
      return db.transaction((sql) => setState(sql, change));
    },
    decide: (verdict, who) => db.transaction((sql) => decide(sql, verdict, who)),
    undo: (id, who, undoSeconds) => db.transaction((sql) => undo(sql, id, who, undoSeconds)),
    claim: (id, who, staleBefore) => db.transaction((sql) => claim(sql, id, who, staleBefore)),
    async holdsPhotoOf(studentNumber) {
      const found = await db.get(
        `SELECT 1 AS one FROM submission WHERE campaign IN (SELECT code FROM campaign)
           AND student_number = ? AND erased_at IS NULL AND state IN ('received', 'inReview', 'approved') LIMIT 1`,
        [studentNumber]
      );
      return found !== undefined;
    },
    close: () => db.close()
  };
}

/** The unit's list knows the class better than the student who typed it. */
const placeholderOf = (name: string) =>
  name === 'class'
    ? "COALESCE((SELECT class FROM student WHERE campaign = ? AND student_number = ? AND class <> ''), ?)"
    : '?';

async function add(
  sql: Transaction,
  submission: StoredSubmission,
  usage?: Usage,
  admit?: (sql: Sql) => Promise<string>
): Promise<Added> {
  await sql.lock(studentLock(submission.campaign, submission.studentNumber));
  const row = toRow(submission);
  const names = Object.keys(row) as (keyof typeof row)[];
  const { changes } = await sql.run(
    `INSERT INTO submission (${names.join(', ')}) VALUES (${names.map(placeholderOf).join(', ')}) ON CONFLICT DO NOTHING`,
    names.flatMap((name) =>
      name === 'class' ? [submission.campaign, submission.studentNumber, row.class] : [row[name]]
    )
  );
  if (changes) {
    await requirePhoto(sql, submission.photoSha256);
    const { id, receivedAt } = submission;
    const told = [await admit?.(sql), usage && (await reconcile(sql, submission, usage))];
    const why = told.filter(Boolean).join('; ');
    await sql.run(
      'INSERT INTO history (submission_id, at, who, from_state, state, why) VALUES (?, ?, ?, ?, ?, ?)',
      [id, receivedAt, 'student', 'draft', submission.state, why]
    );
    if (submission.consent) {
      const { version, at: agreedAt, items, textSha256 } = JSON.parse(submission.consent) as AgreedTo;
      for (const item of items)
        await noteConsent(sql, id, { purpose: `notice.${item}`, version, agreedAt, textSha256 });
    }
    return { kind: 'added' };
  }
  if (await sql.get('SELECT 1 AS one FROM submission WHERE id = ?', [submission.id]))
    return { kind: 'taken' };
  const same = await sql.get<{ id: string }>('SELECT id FROM submission WHERE content_key = ?', [
    submission.contentKey
  ]);
  if (!same) return { kind: 'replaced' };
  const { changes: linked } = await sql.run(
    'INSERT INTO submission_alias (id, key_hash, submission_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    [submission.id, submission.keyHash, same.id]
  );
  return linked ? { kind: 'same', id: same.id } : { kind: 'taken' };
}
