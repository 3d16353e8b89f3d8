import type { LeftOut } from '$lib/api/contracts/staff';
import { exportHold } from './exports';
import { isUnpaid } from './orders';
import type { Sql, SqlDatabase, SqlValue } from './sql';
import { finalFloor } from '../submission/states';
import { nowMs } from '../time';

/** What of a campaign is exported. */
export interface Wanted {
  campaign: string;
  /** Of this class only; '' is those without one. */
  class?: string;
  /** Only students with an approved photo that no export has handed over. */
  fresh?: boolean;
}

/** An approved photo, as far as an export needs it. */
export interface Approved {
  id: string;
  key_hash: string;
  student_number: string;
  name: string;
  class: string;
  photo_sha256: string;
  photo_bytes: number;
  received_at: string;
  chosen_at: string | null;
  photo_gone_at: string | null;
  /** 1: the fee of its number went back. */
  unpaid: number;
  exported_at: string | null;
}

const pageSize = 200;
const standing = `campaign = ? AND state = 'approved' AND erased_at IS NULL AND changed_at <= ?`;
/** Of the approved photos of one number: they came under different keys, and nobody chose. */
const undecided = 'COUNT(DISTINCT key_hash) > 1 AND COUNT(chosen_at) = 0';

/** The approved photos that are wanted, by `floor` (ISO 8601). */
const those = (wanted: Wanted, floor: string): { where: string; values: SqlValue[] } => ({
  where: standing + (wanted.class === undefined ? '' : ' AND class = ?'),
  values: [wanted.campaign, floor, ...(wanted.class === undefined ? [] : [wanted.class])]
});

/** How many photos an export would hold, up to `limit`. */
export async function countExportable(
  sql: Sql,
  wanted: Wanted,
  undoSeconds: number,
  limit: number
): Promise<number> {
  const { where, values } = those(wanted, finalFloor(undoSeconds, nowMs()));
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT student_number FROM submission WHERE ${where}
         AND NOT ${isUnpaid('submission')} GROUP BY student_number HAVING NOT (${undecided}) AND COUNT(photo_gone_at) = 0
         ${wanted.fresh ? 'AND COUNT(exported_at) < COUNT(*)' : ''} LIMIT ?) AS found`,
    [...values, limit]
  );
  return row!.n;
}

/** Classes with approved photos, in order, at most `limit`: one step in the index for each. */
export async function approvedClasses(sql: Sql, campaign: string, limit: number): Promise<string[]> {
  const classes: string[] = [];
  while (classes.length < limit) {
    const previous = classes.at(-1);
    const row = await sql.get<{ class: string }>(
      `SELECT class FROM submission WHERE campaign = ? AND state = 'approved' AND erased_at IS NULL
         ${previous === undefined ? '' : 'AND class > ?'} ORDER BY class LIMIT 1`,
      [campaign, ...(previous === undefined ? [] : [previous])]
    );
    if (!row) break;
    classes.push(row.class);
  }
  return classes;
}

/** What an export leaves out, one photo of each number, up to `limit`. */
export async function leftOutOf(
  sql: Sql,
  campaign: string,
  undoSeconds: number,
  limit: number
): Promise<{ id: string; studentNumber: string; why: LeftOut }[]> {
  const floor = finalFloor(undoSeconds, nowMs());
  const unpaid = isUnpaid('submission');
  const found = (why: LeftOut, condition: string, having = '') =>
    sql
      .all<{ id: string; student_number: string }>(
        `SELECT MAX(id) AS id, student_number FROM submission WHERE ${standing} AND ${condition}
         GROUP BY student_number ${having} LIMIT ?`,
        [campaign, floor, limit]
      )
      .then((rows) => rows.map(({ id, student_number: studentNumber }) => ({ id, studentNumber, why })));
  const all = [
    ...(await found('second', `NOT ${unpaid}`, `HAVING ${undecided}`)),
    ...(await found('photo', `photo_gone_at IS NOT NULL AND NOT ${unpaid}`)),
    ...(await found('fee', unpaid))
  ];
  return all.slice(0, limit);
}

/** The wanted photos of each number, approved by `floor` (ISO 8601), in the order of the numbers; none is undone now. */
export async function* approvedByNumber(
  db: SqlDatabase,
  wanted: Wanted,
  floor: string
): AsyncGenerator<Approved[]> {
  const hold = exportHold(db);
  const { where, values } = those(wanted, floor);
  const isWanted = (of: readonly Approved[]) =>
    !wanted.fresh || of.some(({ exported_at: at }) => at === null);
  let after = ['', ''];
  let group: Approved[] = [];
  for (;;) {
    const page = await db.all<Approved>(
      `SELECT id, key_hash, student_number, name, class, photo_sha256, photo_bytes, received_at, chosen_at, photo_gone_at,
         exported_at, CASE WHEN ${isUnpaid('submission')} THEN 1 ELSE 0 END AS unpaid
       FROM submission WHERE ${where} AND (student_number, id) > (?, ?)
       ORDER BY student_number, id LIMIT ?`,
      [...values, ...after, pageSize]
    );
    const held = await hold.take(
      page.map(({ id }) => id),
      floor
    );
    for (const row of page) {
      if (!held.has(row.id)) continue;
      if (group[0] && group[0].student_number !== row.student_number) {
        if (isWanted(group)) yield group;
        group = [];
      }
      group.push(row);
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) break;
    after = [end.student_number, end.id];
  }
  if (group.length && isWanted(group)) yield group;
}

/** The one that is exported: the chosen one, else the newest where all came under one key; null where nobody chose. */
export function exportedOf(approved: readonly Approved[]): Approved | null {
  const chosen = approved.find((one) => one.chosen_at !== null);
  if (chosen) return chosen;
  if (new Set(approved.map((one) => one.key_hash)).size > 1) return null;
  const newest = (a: Approved, b: Approved) =>
    `${a.received_at} ${a.id}` > `${b.received_at} ${b.id}` ? a : b;
  return approved.reduce(newest);
}
