import type { Verdict } from '$lib/api/contracts/staff';
import type { SubmissionState } from '$lib/api/contracts/submission';
import { isVerdict, undoFloor, type Actor, type Reviewer } from '../submission/states';
import { recallOutcome } from './outcome-messages';
import { isUnpaid } from './orders';
import { forgetChoice, holdNumber } from './same-number';
import type { Sql, Transaction } from './sql';
import { iso, nowMs } from '../time';

/** A step of a submission's state machine. */
export interface Change {
  id: string;
  from: SubmissionState;
  to: SubmissionState;
  who: Actor;
  why?: string;
  /** Message keys; needed for a rejection. */
  reasons?: string[];
  /** To the student, with a rejection. */
  note?: string | undefined;
}

/** What became of a verdict: `second` and `unpaid` are approvals that must wait. */
export type Decided = 'done' | 'taken' | 'second' | 'unpaid';

const nameOf = (who: Actor) => /^(?:reviewer|admin):(.*)$/.exec(who)?.[1] ?? null;

/** Whether the reviewer now holds a submission: one that nobody else does, or whose claim is from before `staleBefore` (ISO 8601). */
export async function claim(sql: Sql, id: string, who: Reviewer, staleBefore: string): Promise<boolean> {
  const name = nameOf(who);
  const now = iso();
  const held = await sql.run(
    `UPDATE submission SET claimed_at = ?
     WHERE id = ? AND state = 'inReview' AND claimed_by = ? AND erased_at IS NULL`,
    [now, id, name]
  );
  if (held.changes) return true;
  const take = async (from: SubmissionState, why: string, condition: string, ...params: string[]) => {
    const { changes } = await sql.run(
      `UPDATE submission SET state = 'inReview', claimed_by = ?, claimed_at = ?, changed_at = ?
       WHERE id = ? AND state = ? AND erased_at IS NULL ${condition}`,
      [name, now, now, id, from, ...params]
    );
    if (changes) await record(sql, { id, from, to: 'inReview', who, why }, now);
    return changes > 0;
  };
  return (
    (await take('received', '', '')) ||
    (await take('inReview', 'takeover', 'AND claimed_at < ?', staleBefore))
  );
}

/** See `SubmissionStore.decide`. */
export async function decide(sql: Transaction, verdict: Verdict, who: Reviewer): Promise<Decided> {
  const { id, to } = verdict;
  const change: Change = { ...verdict, from: 'inReview', who };
  if (to === 'approved') {
    // Behind every other transaction of the number.
    const second = (await holdNumber(sql, id)) && who.startsWith('reviewer:');
    const unpaid = await sql.get(`SELECT 1 AS one FROM submission s WHERE id = ? AND ${isUnpaid('s')}`, [id]);
    const why = unpaid ? 'unpaid' : second ? 'second' : null;
    if (why) return (await setState(sql, { id, from: 'inReview', to: 'received', who, why })) ? why : 'taken';
  }
  return (await setState(sql, change)) ? 'done' : 'taken';
}

/** See `SubmissionStore.undo`. */
export async function undo(sql: Sql, id: string, who: Actor, undoSeconds: number): Promise<boolean> {
  const found = await sql.get<{ state: SubmissionState }>('SELECT state FROM submission WHERE id = ?', [id]);
  if (!found || !isVerdict(found.state)) return false;
  const now = nowMs();
  const at = new Date(now).toISOString();
  const { changes } = await sql.run(
    `UPDATE submission SET state = 'inReview', reasons = '[]', note = '', changed_at = ?, claimed_at = ?
     WHERE id = ? AND state = ? AND claimed_by = ? AND erased_at IS NULL AND (changed_at > ? OR (exported_at IS NULL
       AND COALESCE(export_until, '') < ? AND NOT EXISTS (SELECT 1 FROM submission AS later WHERE later.replaces = submission.id)))`,
    [at, at, id, found.state, nameOf(who), undoFloor(undoSeconds, now), at]
  );
  if (!changes) return false;
  await recallOutcome(sql, id);
  await record(sql, { id, from: found.state, to: 'inReview', who, why: 'undo' }, at);
  return true;
}

/**
 * Compare and set, with its history entry; the content of a withdrawn submission may be sent anew.
 */
export async function setState(sql: Sql, change: Change): Promise<boolean> {
  const { id, from, to, who, reasons = [], note = '' } = change;
  const now = iso();
  const reviewer = nameOf(who);
  const { changes } = await sql.run(
    `UPDATE submission SET state = ?, reasons = ?, note = ?, changed_at = ?,
       content_key = CASE WHEN ? = 'withdrawn' THEN NULL ELSE content_key END,
       replaces = CASE WHEN ? = 'withdrawn' THEN NULL ELSE replaces END,
       claimed_by = CASE WHEN ? = 'received' THEN NULL ELSE COALESCE(claimed_by, ?) END,
       claimed_at = CASE WHEN ? = 'inReview' THEN ? ELSE claimed_at END
     WHERE id = ? AND state = ? AND erased_at IS NULL
       AND (state <> 'inReview' OR ? = 'system' OR claimed_by = ?)`,
    [to, JSON.stringify(reasons), note, now, to, to, to, reviewer, to, now, id, from, who, reviewer]
  );
  if (!changes) return false;
  if (to === 'approved') await forgetChoice(sql, id);
  await record(sql, change, now);
  return true;
}

async function record(sql: Sql, { id, from, to, who, why = '', reasons = [] }: Change, at: string) {
  await sql.run(
    'INSERT INTO history (submission_id, at, who, from_state, state, why, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [id, at, who, from, to, why, JSON.stringify(reasons)]
  );
}
