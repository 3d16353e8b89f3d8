import { makeZip } from 'client-zip';
import type { Campaign } from '$lib/api/contracts/campaign';
import type { LeftOut } from '$lib/api/contracts/staff';
import { layouts, pathIn } from '$lib/api/export-layout';
import { sha256 } from '../../crypto';
import type { PhotoFiles } from '../../files/files';
import { isItself } from '../../files/verified';
import { log } from '../../log';
import { noteExported, notePhoto } from '../../store/exports';
import type { SqlDatabase } from '../../store/sql';
import { finalFloor } from '../../submission/states';
import { missingStudents } from '../../store/missing-students';
import { approvedByNumber, exportedOf, type Approved, type Wanted } from '../../store/exportable';
import { leftOutHeader, leftOutReasons } from './missing-table';
import { csvOf, workbooksOf, type Table } from './tables';
import { TakenNames } from './taken-names';
import { nowMs } from '../../time';

type Entry = { name: string; input: Uint8Array<ArrayBuffer> | string; lastModified: Date };

const header = ['院校代码', '院校名称', '学号', '姓名', '班级', '文件名', '字节数', 'SHA-256', '提交时间'];
const manifest = 'SHA256SUMS.txt';

export interface ExportParts {
  db: SqlDatabase;
  files: PhotoFiles;
  campaign: Campaign;
  /** Of the campaign; all of it where left out. */
  wanted?: Omit<Wanted, 'campaign'>;
  /** Where each photo lies; see `$lib/api/export-layout`. */
  layout?: string;
  /** Told of a photo whose file is gone or another. */
  missing?: (id: string) => void;
}

/**
 * The approved photos of a campaign as a ZIP that is made while it is read:
 *
 *     10486/2022310001.jpg        each photo where the layout says; names differ on every file system
 *     10486.csv, 10486.xlsx       the list: code, name, student number, name, class, file, bytes, SHA-256, time
 *     10486-未导出.csv, .xlsx      who was left out or is missing on the unit's list, and why; only where there is somebody
 *     SHA256SUMS.txt              the SHA-256 of every entry before it, as `sha256sum -c` reads it
 *
 * A student with more than one approved photo under one key is there with the newest, under several with the one that
 * was chosen, and not at all before. An approval that may still be undone is not one yet. A photo whose file is gone,
 * or is not the one that was approved, is left out, and so is one whose fee went back. What was exported is noted once the last entry was taken; no
 * verdict on it is undone from when its page of rows was read.
 */
export function exportZip({
  db,
  files,
  campaign,
  wanted = {},
  layout = layouts.institution,
  missing
}: ExportParts): ReadableStream<Uint8Array> {
  const { institution, code, review } = campaign;
  const floor = finalFloor(review.undoSeconds, nowMs());
  const rows: string[][] = [];
  const leftOut: string[][] = [];
  const done: string[] = [];
  const sums: string[] = [];
  const names = new TakenNames();
  const tables = { photos: institution.code, leftOut: `${institution.code}-未导出` };
  for (const name of [manifest, ...Object.values(tables).flatMap((one) => [`${one}.csv`, `${one}.xlsx`])])
    names.take(name, '');
  const leave = (one: Approved, why: LeftOut) =>
    leftOut.push([one.student_number, one.name, one.class, leftOutReasons[why]]);

  const entry = (name: string, input: Uint8Array<ArrayBuffer>, hash = sha256(input)): Entry => {
    sums.push(`${hash}  ${name}`);
    return { name, input, lastModified: new Date(nowMs()) };
  };
  async function* listed(name: string, table: Table): AsyncGenerator<Entry> {
    yield entry(`${name}.csv`, csvOf(table));
    let part = 0;
    for await (const file of workbooksOf(table)) {
      part++;
      if (file) yield entry(`${name}${part > 1 ? `-${part}` : ''}.xlsx`, file);
      else log.error('export.workbook', undefined, { campaign: code, part });
    }
  }
  async function* entries(): AsyncGenerator<Entry> {
    for await (const approved of approvedByNumber(db, { ...wanted, campaign: code }, floor)) {
      if (approved[0]!.unpaid) {
        leave(approved[0]!, 'fee');
        continue;
      }
      const one = exportedOf(approved);
      if (!one) {
        leave(approved[0]!, 'second');
        continue;
      }
      const input = await files.get(one.photo_sha256);
      const whole = input !== null && isItself(one.photo_sha256, input);
      await notePhoto(db, one, whole);
      if (!whole) {
        missing?.(one.id);
        leave(one, 'photo');
        continue;
      }
      const { student_number: studentNumber } = one;
      const values = { institution: institution.code, institutionName: institution.name, code };
      const path = pathIn(layout, { ...values, studentNumber, name: one.name, class: one.class });
      const name = names.take(path, studentNumber);
      rows.push([
        institution.code,
        institution.name,
        studentNumber,
        one.name,
        one.class,
        name,
        String(one.photo_bytes),
        one.photo_sha256,
        one.received_at
      ]);
      done.push(...approved.map(({ id }) => id));
      yield { ...entry(name, input, one.photo_sha256), lastModified: new Date(one.received_at) };
    }
    const told = new Set(leftOut.map(([number]) => number));
    for await (const one of missingStudents(db, code, floor, wanted.class))
      if (!told.has(one.studentNumber))
        leftOut.push([one.studentNumber, one.name, one.class, leftOutReasons[one.state]]);
    yield* listed(tables.photos, [header, ...rows]);
    if (leftOut.length) yield* listed(tables.leftOut, [[...leftOutHeader], ...leftOut]);
    yield { name: manifest, input: `${sums.join('\n')}\n`, lastModified: new Date(nowMs()) };
    await noteExported(db, done);
  }
  return makeZip(entries());
}
