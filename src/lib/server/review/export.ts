import { makeZip } from 'client-zip';
import { stringify } from 'csv-stringify/sync';
import type { Campaign } from '$lib/api/contracts/campaign';
import type { LeftOut } from '$lib/api/contracts/staff';
import type { PhotoFiles } from '../files/files';
import type { Sql } from '../store/sql';
import { isItself } from '../files/verified';
import { finalFloor } from '../submission/states';
import { approvedByNumber, exportedOf, notePhoto, type Approved } from './exportable';

type Entry = { name: string; input: Uint8Array<ArrayBuffer> | string; lastModified: Date };

/** Told apart by programs that open a CSV in another encoding otherwise. */
const byteOrderMark = '\ufeff';
const header = ['院校代码', '院校名称', '学号', '姓名', '班级', '文件名', '字节数', 'SHA-256', '提交时间'];
const leftOutHeader = ['学号', '姓名', '班级', '原因'];
const reasons: Record<LeftOut, string> = {
  second: '同一学号有多张不同来源的照片通过审核，尚未选定',
  photo: '照片文件缺失或被改动'
};

/**
 * The approved photos of a campaign in the registry's layout, as a ZIP that is made while it is read:
 *
 *     10486/2022310001.jpg     a folder of the institution's code, each photo named by its student number
 *     10486.csv                the list: code, name, student number, name, class, file, bytes, SHA-256, time
 *     10486-未导出.csv          who was left out, and why; only where there is somebody
 *
 * A student with more than one approved photo under one key is there with the newest, under several with the one that
 * was chosen, and not at all before. An approval that may still be undone is not one yet. A photo whose file is gone,
 * or is not the one that was approved, is left out, and `missing` is told of it.
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
  const leftOut: string[][] = [];
  const leave = (one: Approved, why: LeftOut) =>
    leftOut.push([one.student_number, one.name, one.class, reasons[why]]);

  async function* entries(): AsyncGenerator<Entry> {
    for await (const approved of approvedByNumber(sql, campaign.code, floor)) {
      const one = exportedOf(approved);
      if (!one) {
        leave(approved[0]!, 'second');
        continue;
      }
      const input = await files.get(one.photo_sha256);
      const whole = input !== null && isItself(one.photo_sha256, input);
      await notePhoto(sql, one, whole);
      if (!whole) {
        missing(one.id);
        leave(one, 'photo');
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
    yield list(`${institution.code}.csv`, [header, ...rows]);
    if (leftOut.length) yield list(`${institution.code}-未导出.csv`, [leftOutHeader, ...leftOut]);
  }
  return makeZip(entries());
}

/** Formulas are shown as text by whatever opens the list: names are what students typed. */
const list = (name: string, rows: (string | number)[][]): Entry => ({
  name,
  input: byteOrderMark + stringify(rows, { escape_formulas: true, record_delimiter: '\r\n' }),
  lastModified: new Date()
});
