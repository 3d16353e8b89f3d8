import type { SkippedRow } from '$lib/api/contracts/admin';
import { studentNumberPattern } from '$lib/api/patterns';
import { Refusal } from '../../http/problem';
import { headingOf, nameOf, numberOf, wordsOf, type Row, type Sheet } from './cells';
import { rowsOfText } from './text-file';
import { sheetsOfWorkbook } from './workbook';

/** A line of a unit's list of students. */
export interface ListedStudent {
  studentNumber: string;
  name: string;
  class: string;
}

export interface ReadList {
  students: ListedStudent[];
  skipped: SkippedRow[];
}

/** 200,000 students, or what an export says of 60,000. */
export const maxListBytes = 12_000_000;
const maxRows = 200_000;
/** Title lines and instructions stand above the columns' names. */
const maxTitleRows = 20;

/** A name in Chinese, in English, or in both: 学号 Student No., 学号/Student ID. */
function headed(chinese: string, english: string): RegExp {
  return new RegExp(`^((${chinese})(/?(${english}))?|(${english})(/?(${chinese}))?)$`);
}

/** What the columns may be called, of headings without spaces and marks, in small letters. */
const columns = {
  number: headed('(学生)?(学号|學號|考生号|学籍号)', 'studentnumber|studentno\\.?|studentid'),
  name: headed('(学生)?(姓名|名字)', 'studentname|fullname|name'),
  class: headed('(所在|行政|专业|專業|教学|教學)?(班级|班級|班|班级名称)', 'classname|class')
} as const;

interface Found {
  at: number;
  number: number;
  name: number;
  class: number;
}

/**
 * The students of a CSV, text, XLSX or XLS file. Columns are found by their names, in any order, on any sheet, below title
 * lines. A row that cannot be used is named by its number in the file.
 *
 * @throws Refusal `list.unreadable`, `list.columns` with the headings that were found, `list.tooLong`
 */
export async function readList(file: Uint8Array): Promise<ReadList> {
  const sheets = await sheetsOf(file);
  if (!sheets) throw new Refusal('list.unreadable');
  for (const { rows } of sheets) {
    const found = findColumns(rows);
    if (found) return studentsOf(rows.slice(found.at + 1), found);
  }
  throw new Refusal('list.columns', headingsOf(sheets));
}

async function sheetsOf(file: Uint8Array): Promise<readonly Sheet[] | null> {
  const zip = file[0] === 0x50 && file[1] === 0x4b;
  const oldWorkbook = file[0] === 0xd0 && file[1] === 0xcf;
  if (zip || oldWorkbook) return sheetsOfWorkbook(file, maxRows + maxTitleRows + 1);
  try {
    return [{ name: '', rows: rowsOfText(file, (row) => columnsIn(row) !== null) }];
  } catch {
    // the file is the sender's: told as unreadable
    return null;
  }
}

function findColumns(rows: readonly Row[]): Found | null {
  for (const [at, row] of rows.slice(0, maxTitleRows).entries()) {
    const found = columnsIn(row);
    if (found) return { at, ...found };
  }
  return null;
}

function columnsIn({ cells }: Row): Omit<Found, 'at'> | null {
  const headings = cells.map(headingOf);
  const at = (wanted: RegExp) => headings.findIndex((heading) => wanted.test(heading));
  const found = { number: at(columns.number), name: at(columns.name), class: at(columns.class) };
  return found.number >= 0 && found.name >= 0 ? found : null;
}

/** The first row of two cells or more, which may be the columns' names; shown to whoever sent the file. */
function headingsOf(sheets: readonly Sheet[]): string[] {
  const filled = ({ cells }: Row) => cells.map((cell) => wordsOf(cell) || '').filter((words) => words !== '');
  for (const { rows } of sheets) {
    const row = rows
      .slice(0, maxTitleRows)
      .map(filled)
      .find((words) => words.length > 1);
    if (row) return row.slice(0, 20).map((words) => words.slice(0, 40));
  }
  return [];
}

function studentsOf(rows: readonly Row[], at: Omit<Found, 'at'>): ReadList {
  if (rows.length > maxRows) throw new Refusal('list.tooLong');
  const students = new Map<string, ListedStudent>();
  const skipped: SkippedRow[] = [];
  for (const { line, cells } of rows) {
    const studentNumber = numberOf(cells[at.number]);
    const name = nameOf(cells[at.name]);
    const className = at.class < 0 ? '' : nameOf(cells[at.class]);
    if (studentNumber === '' && name === '') continue;
    const why = unusable(studentNumber, name, className, students);
    if (why) skipped.push({ line, why });
    else
      students.set(studentNumber as string, {
        studentNumber: studentNumber as string,
        name: name as string,
        class: className as string
      });
  }
  return { students: [...students.values()], skipped };
}

function unusable(
  studentNumber: string | false,
  name: string | false,
  className: string | false,
  before: ReadonlyMap<string, ListedStudent>
): SkippedRow['why'] | null {
  if (studentNumber === false) return 'inexact';
  // A word, as a workbook's TRUE, is none.
  if (!studentNumberPattern.test(studentNumber) || !/\d/.test(studentNumber)) return 'number';
  if (name === false || className === false) return 'letters';
  if (!name || name.length > 64 || className.length > 128) return 'name';
  const same = before.get(studentNumber);
  return same ? 'twice' : null;
}
