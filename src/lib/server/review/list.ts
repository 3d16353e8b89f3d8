import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import type { Imported } from '$lib/api/contracts/admin';
import { studentNumberPattern } from '$lib/api/patterns';
import { Refusal } from '../http/problem';
import type { SqlDatabase } from '../store/sql';

/** A line of a unit's list of students. */
export interface ListedStudent {
  studentNumber: string;
  name: string;
  class: string;
}

export const maxListBytes = 1_200_000;
const maxRows = 200_000;

/** What the columns may be called. */
const columns = {
  studentNumber: /^(学号|student ?(number|no\.?|id))$/i,
  name: /^(姓名|name)$/i,
  class: /^(班级|行政班级|class)$/i
};

type Cells = readonly unknown[];

/** A number that a spreadsheet kept as a number is written out; one too long to be exact is left to fail. */
const text = (cell: unknown): string =>
  typeof cell === 'number'
    ? Number.isSafeInteger(cell)
      ? String(cell)
      : ''
    : typeof cell === 'string'
      ? cell.trim()
      : '';

/** @throws Refusal `list.unreadable` */
async function rowsOf(file: Uint8Array): Promise<readonly Cells[]> {
  try {
    const zip = file[0] === 0x50 && file[1] === 0x4b;
    if (zip) {
      const [sheet] = await readXlsxFile(Buffer.from(file));
      return sheet!.data;
    }
    return parse(decode(file), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    // the file is the sender’s: refused as unreadable
    throw new Refusal('list.unreadable');
  }
}

/** UTF-8, else GB 18030, which spreadsheets in China write. */
function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    // not UTF-8
    return new TextDecoder('gb18030', { fatal: true }).decode(file);
  }
}

/**
 * The students of a CSV or XLSX file; columns are found by their names, in any order.
 *
 * @throws Refusal `list.unreadable` also when student number or name have no column
 */
export async function readList(
  file: Uint8Array
): Promise<{ students: ListedStudent[]; skipped: Imported['skipped'] }> {
  const [head = [], ...rows] = await rowsOf(file);
  const at = (wanted: RegExp) => head.findIndex((cell) => wanted.test(text(cell)));
  const [number, name, className] = [at(columns.studentNumber), at(columns.name), at(columns.class)];
  if (number < 0 || name < 0 || rows.length > maxRows) throw new Refusal('list.unreadable');
  const students = new Map<string, ListedStudent>();
  const skipped: Imported['skipped'] = [];
  rows.forEach((row, index) => {
    const one = {
      studentNumber: text(row[number]),
      name: text(row[name]),
      class: className < 0 ? '' : text(row[className])
    };
    if (!one.studentNumber && !one.name) return;
    const why = !studentNumberPattern.test(one.studentNumber)
      ? 'number'
      : !one.name || one.name.length > 64 || one.class.length > 128
        ? 'name'
        : students.has(one.studentNumber)
          ? 'twice'
          : null;
    if (why) skipped.push({ line: index + 2, why });
    else students.set(one.studentNumber, one);
  });
  return { students: [...students.values()], skipped };
}

/** Replaces a campaign's list, and gives its submissions the classes of the new one; all of it or nothing. */
export function saveList(
  db: SqlDatabase,
  campaign: string,
  students: readonly ListedStudent[]
): Promise<Pick<Imported, 'students' | 'notListed' | 'otherName'>> {
  return db.transaction(async (sql) => {
    await sql.run('DELETE FROM student WHERE campaign = ?', [campaign]);
    for (const { studentNumber, name, class: className } of students)
      await sql.run('INSERT INTO student (campaign, student_number, name, class) VALUES (?, ?, ?, ?)', [
        campaign,
        studentNumber,
        name,
        className
      ]);
    const known = `SELECT class FROM student WHERE student.campaign = submission.campaign
      AND student.student_number = submission.student_number AND student.class <> ''`;
    await sql.run(
      `UPDATE submission SET class = (${known})
       WHERE campaign = ? AND erased_at IS NULL AND EXISTS (${known}) AND class <> (${known})`,
      [campaign]
    );
    const row = await sql.get<{ missing: number; other: number }>(
      `SELECT COUNT(*) - COUNT(student.name) AS missing,
         COUNT(CASE WHEN student.name <> s.name THEN 1 END) AS other
       FROM submission AS s LEFT JOIN student
         ON student.campaign = s.campaign AND student.student_number = s.student_number
       WHERE s.campaign = ? AND s.erased_at IS NULL AND s.state <> 'withdrawn'`,
      [campaign]
    );
    return { students: students.length, notListed: row!.missing, otherName: row!.other };
  });
}
