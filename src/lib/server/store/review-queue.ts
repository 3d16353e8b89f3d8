import type { QueueFilter, StaffRole } from '$lib/api/contracts/staff';
import type { SubmissionState } from '$lib/api/contracts/submission';
import { isUnpaid } from './orders';
import { isSecond } from './same-number';
import type { Sql, SqlValue } from './sql';

/** What a line of the queue is made of. */
export interface QueueRow {
  id: string;
  state: SubmissionState;
  received_at: string;
  student_number: string;
  name: string;
  class: string;
  attempt: number;
  report: string;
  claimed_by: string | null;
  claimed_at: string | null;
  /** Name on the unit's list; null: not on it. */
  listed_name: string | null;
  /** 1: another photo of the number stands approved under another key. */
  second: number;
}

/** Where a page of the queue ends: the value it is ordered by, and the id. */
export type Cursor = readonly [string, string];

/** Sorts after every text that begins with what stands before it. */
const last = '\u{10ffff}';

type Order = 'received_at' | 'student_number' | 'name';

/** A text is the beginning of a student number, or of a name. */
const orderOf = ({ text }: QueueFilter): Order =>
  !text ? 'received_at' : /^[0-9A-Za-z-]+$/.test(text) ? 'student_number' : 'name';

/**
 * A page of the queue, after `after`. Each state is one range of one index, so that the cost does not grow with
 * the number of submissions.
 */
export async function queuePage(
  sql: Sql,
  filter: QueueFilter,
  after: Cursor | null,
  limit: number
): Promise<{ rows: QueueRow[]; next: Cursor | null }> {
  const order = orderOf(filter);
  const { campaign, states, text, from, to } = filter;
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.class !== undefined) where('class = ?', filter.class);
  if (text) where(`${order} >= ? AND ${order} < ?`, text, text + last);
  if (from) where('received_at >= ?', from);
  if (to) where('received_at < ?', to);
  if (after) where(`(${order}, id) > (?, ?)`, ...after);
  const one = `SELECT * FROM (SELECT id, ${order} AS place FROM submission
    WHERE ${['campaign = ? AND state = ? AND erased_at IS NULL', ...conditions].join(' AND ')}
    ORDER BY ${order}, id LIMIT ?) AS part`;
  const rows = await sql.all<QueueRow & { place: string }>(
    `SELECT s.id, s.state, s.received_at, s.student_number, s.name, s.class, s.attempt, s.report, s.claimed_by,
       s.claimed_at, place, student.name AS listed_name, CASE WHEN ${isSecond} THEN 1 ELSE 0 END AS second
     FROM (SELECT id, place FROM (${states.map(() => one).join(' UNION ALL ')}) AS every
           ORDER BY place, id LIMIT ?) AS page
     JOIN submission AS s ON s.id = page.id
     LEFT JOIN student ON student.campaign = s.campaign AND student.student_number = s.student_number
     ORDER BY place, s.id`,
    [...states.flatMap((state) => [campaign, state, ...values, limit + 1]), limit + 1]
  );
  const shown = rows.slice(0, limit);
  const end = shown.at(-1);
  return { rows: shown, next: rows.length > limit && end ? [end.place, end.id] : null };
}

/** Counting stops here: “more than 9,999” is all anybody needs, and costs the same for a million. */
export const countLimit = 10_000;

/** How many submissions of a state there are, up to `countLimit`. */
export async function countState(
  sql: Sql,
  campaign: string,
  state: SubmissionState,
  className?: string
): Promise<number> {
  const inClass = className === undefined ? '' : 'AND class = ?';
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM submission
       WHERE campaign = ? AND state = ? AND erased_at IS NULL ${inClass} LIMIT ?) AS found`,
    [campaign, state, ...(className === undefined ? [] : [className]), countLimit]
  );
  return row!.n;
}

/** Classes with submissions that wait, in order, at most `limit`: one step in the index for each. */
export async function waitingClasses(sql: Sql, campaign: string, limit: number): Promise<string[]> {
  const classes: string[] = [];
  for (;;) {
    const previous = classes.at(-1);
    const row = await sql.get<{ class: string }>(
      `SELECT class FROM submission WHERE campaign = ? AND state = 'received' AND erased_at IS NULL
         ${previous === undefined ? '' : 'AND class > ?'} ORDER BY class LIMIT 1`,
      [campaign, ...(previous === undefined ? [] : [previous])]
    );
    if (!row) return classes;
    classes.push(row.class);
    if (classes.length >= limit) return classes;
  }
}

/** Ids a reviewer may be given: what they hold, what went stale, what waits; more than asked, as others ask too. */
export async function claimable(
  sql: Sql,
  wanted: {
    campaign: string;
    class?: string;
    limit: number;
    warnedFirst?: boolean | undefined;
    skip: readonly string[];
  },
  { name: reviewer, role, staleBefore }: { name: string; role: StaffRole; staleBefore: string }
): Promise<string[]> {
  // What only an admin may approve waits for one, and what nobody paid for until somebody has.
  const mine = `AND NOT ${isUnpaid('s')} ${role === 'admin' ? '' : `AND NOT ${isSecond}`}`;
  const inClass = wanted.class === undefined ? '' : 'AND class = ?';
  const values = [wanted.campaign, ...(wanted.class === undefined ? [] : [wanted.class])];
  const limit = 2 * wanted.limit + 40 + wanted.skip.length;
  const held = await sql.all<{ id: string }>(
    `SELECT id FROM submission AS s WHERE campaign = ? AND state = 'inReview' AND erased_at IS NULL ${inClass} ${mine}
       AND (claimed_by = ? OR claimed_at < ?)
     ORDER BY CASE WHEN claimed_by = ? THEN 0 ELSE 1 END, received_at, id LIMIT ?`,
    [...values, reviewer, staleBefore, reviewer, limit]
  );
  const waiting = (condition: string) =>
    sql.all<{ id: string }>(
      `SELECT id FROM submission AS s WHERE campaign = ? AND state = 'received' AND erased_at IS NULL ${inClass} ${mine}
         ${condition} ORDER BY received_at, id LIMIT ?`,
      [...values, limit]
    );
  const first = wanted.warnedFirst ? await waiting("AND warned <> ''") : [];
  const others = first.length < limit ? await waiting(wanted.warnedFirst ? "AND warned = ''" : '') : [];
  const skip = new Set(wanted.skip);
  return [...held, ...first, ...others].map(({ id }) => id).filter((id) => !skip.has(id));
}
