import { setImmediate } from 'node:timers/promises';
import type { SkippedRow } from '$lib/api/contracts/admin';
import { studentNumberPattern } from '$lib/api/patterns';
import { textOf } from '$lib/api/text-encoding';
import { Refusal } from '../../http/problem';
import {
  headed,
  headingOf,
  maxTitleRows,
  nameOf,
  numberHeading,
  numberOf,
  wordsOf,
  type Cell,
  type Row,
  type Sheet
} from '$lib/api/sheet-cells';
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
  /** The sheet that was read, and others that hold a list too, where there are any. */
  sheet?: string;
  otherSheets?: string[];
}

/** 200,000 students, or what an export says of 60,000. */
export const maxListBytes = 12_000_000;
const maxRows = 200_000;
/** One more than a list may have shows that it is too long. */
const mostRead = maxRows + maxTitleRows + 1;
/** Rows that are understood before others are answered. */
const rowsAtOnce = 500;
/** What the columns may be called, of headings without spaces and marks, in small letters. */
const columns = {
  number: numberHeading,
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
 * The students of a CSV, text, HTML or workbook file. Columns are found by their names, in any order, below title lines, on
 * the first sheet that has them, one that is shown before one that is hidden. A row that cannot be used is named by its number.
 *
 * @throws Refusal `list.unreadable`, `list.columns` with the headings that were found, `list.tooLong`
 */
export async function readList(file: Uint8Array): Promise<ReadList> {
  const sheets = await sheetsOf(file);
  if (!sheets) throw new Refusal('list.unreadable');
  const lists = sheets.flatMap((sheet) => {
    const found = findColumns(sheet.rows);
    return found ? [{ sheet, found }] : [];
  });
  const shown = lists.filter(({ sheet }) => !sheet.hidden);
  const [first, ...others] = shown.length ? shown : lists;
  if (!first) throw new Refusal('list.columns', headingsOf(sheets));
  const { sheet, found } = first;
  const list = await studentsOf(sheet.rows.slice(found.at + 1), found);
  if (others.length === 0) return list;
  return { ...list, sheet: sheet.name, otherSheets: others.map((other) => other.sheet.name) };
}

async function sheetsOf(file: Uint8Array): Promise<readonly Sheet[] | null> {
  const zip = file[0] === 0x50 && file[1] === 0x4b;
  const oldWorkbook = file[0] === 0xd0 && file[1] === 0xcf;
  // Pages and XML that offices' programs write under the name of a workbook.
  const markup = /^\s*</.test(textOf(file.subarray(0, 512))) && textOf(file);
  if (zip || oldWorkbook || markup) return sheetsOfWorkbook(markup || file, mostRead);
  try {
    const rows = await rowsOfText(file, (row) => columnsIn(row) !== null, mostRead);
    return [{ name: '', rows }];
  } catch {
    // the file is the sender's: told as unreadable
    return null;
  }
}

function findColumns(rows: readonly Row[]): Found | null {
  for (const [at, row] of rows.slice(0, maxTitleRows).entries()) {
    const found = columnsIn(row);
    if (!found) continue;
    // Names that take two lines stand whole in the second one, where cells are merged.
    const next = rows[at + 1];
    const below = next && next.line === row.line + 1 ? columnsIn(next) : null;
    return below ? { at: at + 1, ...below } : { at, ...found };
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

async function studentsOf(rows: readonly Row[], at: Omit<Found, 'at'>): Promise<ReadList> {
  if (rows.length > maxRows) throw new Refusal('list.tooLong');
  const students = new Map<string, ListedStudent>();
  const skipped: SkippedRow[] = [];
  const numbers: Cell[] = [];
  for (const [index, { cells }] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    numbers.push(numberOf(cells[at.number]));
  }
  const cut = areCut(numbers);
  for (const [index, { line, cells }] of rows.entries()) {
    if (index % rowsAtOnce === 0) await setImmediate();
    const studentNumber = cut && isLong(numbers[index]) ? false : numbers[index]!;
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

/** More digits than a spreadsheet keeps. */
const isLong = (number: string | false | undefined): number is string => /^\d{16,}$/.test(number || '');
/** Whether every long number has zeros for what a spreadsheet would have cut off. */
function areCut(numbers: readonly (string | false)[]): boolean {
  const long = numbers.filter(isLong);
  return long.length > 0 && long.every((number) => /^0+$/.test(number.slice(15)));
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
