import type { LeftOut } from '$lib/api/contracts/staff';
import type { Sql } from '../store/sql';
import { finalFloor } from '../submission/states';

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
}

const pageSize = 200;
const standing = `campaign = ? AND state = 'approved' AND erased_at IS NULL AND changed_at <= ?`;
/** Of the approved photos of one number: they came under different keys, and nobody chose. */
const undecided = 'COUNT(DISTINCT key_hash) > 1 AND COUNT(chosen_at) = 0';

/** How many photos an export of the campaign would hold, up to `limit`. */
export async function countExportable(
  sql: Sql,
  campaign: string,
  undoSeconds: number,
  limit: number
): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT student_number FROM submission WHERE ${standing}
       GROUP BY student_number HAVING NOT (${undecided}) AND COUNT(photo_gone_at) = 0 LIMIT ?) AS found`,
    [campaign, finalFloor(undoSeconds, Date.now()), limit]
  );
  return row!.n;
}

/** What an export leaves out, one photo of each number, up to `limit`. */
export async function leftOutOf(
  sql: Sql,
  campaign: string,
  undoSeconds: number,
  limit: number
): Promise<{ id: string; studentNumber: string; why: LeftOut }[]> {
  const floor = finalFloor(undoSeconds, Date.now());
  const found = (why: LeftOut, having: string) =>
    sql
      .all<{ id: string; student_number: string }>(
        `SELECT MAX(id) AS id, student_number FROM submission WHERE ${standing}
           ${why === 'photo' ? 'AND photo_gone_at IS NOT NULL' : ''}
         GROUP BY student_number ${having} LIMIT ?`,
        [campaign, floor, limit]
      )
      .then((rows) => rows.map(({ id, student_number: studentNumber }) => ({ id, studentNumber, why })));
  const all = [...(await found('second', `HAVING ${undecided}`)), ...(await found('photo', ''))];
  return all.slice(0, limit);
}

/** The approved photos of each number by `floor` (ISO 8601), in the order of the numbers. */
export async function* approvedByNumber(
  sql: Sql,
  campaign: string,
  floor: string
): AsyncGenerator<Approved[]> {
  let after = ['', ''];
  let group: Approved[] = [];
  for (;;) {
    const page = await sql.all<Approved>(
      `SELECT id, key_hash, student_number, name, class, photo_sha256, photo_bytes, received_at, chosen_at, photo_gone_at
       FROM submission WHERE ${standing} AND (student_number, id) > (?, ?)
       ORDER BY student_number, id LIMIT ?`,
      [campaign, floor, ...after, pageSize]
    );
    for (const row of page) {
      if (group[0] && group[0].student_number !== row.student_number) {
        yield group;
        group = [];
      }
      group.push(row);
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) break;
    after = [end.student_number, end.id];
  }
  if (group.length) yield group;
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

/** Keeps whether a photo's file was there, for what the console says of the next export. */
export async function notePhoto(sql: Sql, { id, photo_gone_at: gone }: Approved, there: boolean) {
  if (there === (gone === null)) return;
  await sql.run('UPDATE submission SET photo_gone_at = ? WHERE id = ?', [
    there ? null : new Date().toISOString(),
    id
  ]);
}
