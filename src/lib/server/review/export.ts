import { makeZip } from 'client-zip';
import { stringify } from 'csv-stringify/sync';
import type { Campaign } from '$lib/api/contracts/campaign';
import type { PhotoFiles } from '../files/files';
import type { Sql } from '../store/sql';
import { finalFloor } from '../submission/states';

type Entry = { name: string; input: Uint8Array<ArrayBuffer> | string; lastModified: Date };

interface Approved {
  id: string;
  student_number: string;
  name: string;
  class: string;
  photo_sha256: string;
  photo_bytes: number;
  received_at: string;
}

const pageSize = 200;
/** Told apart by programs that open a CSV in another encoding otherwise. */
const byteOrderMark = '\ufeff';
const header = ['院校代码', '院校名称', '学号', '姓名', '班级', '文件名', '字节数', 'SHA-256', '提交时间'];

/**
 * The approved photos of a campaign in the registry's layout, as a ZIP that is made while it is read:
 *
 *     10486/2022310001.jpg     a folder of the institution's code, each photo named by its student number
 *     10486.csv                the list: code, name, student number, name, class, file, bytes, SHA-256, time
 *
 * A student with more than one approved photo is there with the newest. An approval that may still be undone is not
 * one yet. A photo whose file is gone is left out of both, and `missing` is told of it.
 */
export function exportZip(
  sql: Sql,
  files: PhotoFiles,
  campaign: Campaign,
  missing: (id: string) => void = () => undefined
): ReadableStream<Uint8Array> {
  const { institution, review } = campaign;
  const floor = finalFloor(review.undoSeconds, Date.now());
  const rows: (string | number)[][] = [];
  async function* entries(): AsyncGenerator<Entry> {
    for await (const one of approved(sql, campaign.code, floor)) {
      const input = await files.get(one.photo_sha256);
      if (!input) {
        missing(one.id);
        continue;
      }
      const name = `${institution.code}/${one.student_number}.jpg`;
      rows.push([
        institution.code,
        institution.name,
        one.student_number,
        one.name,
        one.class,
        name,
        one.photo_bytes,
        one.photo_sha256,
        one.received_at
      ]);
      yield { name, input, lastModified: new Date(one.received_at) };
    }
    // Formulas are shown as text by whatever opens the list: names are what students typed.
    const list = stringify([header, ...rows], { escape_formulas: true, record_delimiter: '\r\n' });
    yield { name: `${institution.code}.csv`, input: byteOrderMark + list, lastModified: new Date() };
  }
  return makeZip(entries());
}

/** How many photos an export of the campaign would hold, up to `limit`. */
export async function countExportable(
  sql: Sql,
  campaign: string,
  undoSeconds: number,
  limit: number
): Promise<number> {
  const row = await sql.get<{ n: number }>(
    `SELECT COUNT(*) AS n FROM (SELECT student_number FROM submission
       WHERE campaign = ? AND state = 'approved' AND erased_at IS NULL AND changed_at <= ?
       GROUP BY student_number LIMIT ?) AS found`,
    [campaign, finalFloor(undoSeconds, Date.now()), limit]
  );
  return row!.n;
}

/** One a student, the newest approved by `floor` (ISO 8601), in the order of the numbers. */
async function* approved(sql: Sql, campaign: string, floor: string): AsyncGenerator<Approved> {
  let after = '';
  for (;;) {
    const page = await sql.all<Approved>(
      `SELECT id, student_number, name, class, photo_sha256, photo_bytes, received_at FROM submission AS s
       WHERE campaign = ? AND state = 'approved' AND erased_at IS NULL AND student_number > ? AND changed_at <= ?
         AND NOT EXISTS (SELECT 1 FROM submission AS newer WHERE newer.campaign = s.campaign
           AND newer.state = 'approved' AND newer.erased_at IS NULL AND newer.student_number = s.student_number AND newer.changed_at <= ?
           AND (newer.received_at, newer.id) > (s.received_at, s.id))
       ORDER BY student_number, id LIMIT ?`,
      [campaign, after, floor, floor, pageSize]
    );
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)!.student_number;
  }
}
