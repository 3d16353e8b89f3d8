import { setImmediate } from 'node:timers/promises';
import type { SkippedRow } from '$lib/api/contracts/admin';
import { studentNumberPattern } from '$lib/api/patterns';
import { textOf } from '$lib/api/text-encoding';
import { Refusal } from '../../http/problem';
import { isLost, maxTitleRows, numberOf, type Cell, type Row, type Sheet } from '$lib/api/sheet-cells';
import { findColumns, headingsOf, listsIn, type Columns, type Found } from './columns';
import { failedFormula, listedClass, listedName } from './names';
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
/** Files that hold text of another kind: PDF, RTF. */
const documentMarks = /^(%PDF|\{\\rtf)/;
// eslint-disable-next-line no-control-regex -- they are what no text has many of
const noLetter = /[\u0000-\u0008\u000e-\u001f\ufffd]/g;
/** Of a beginning, in the shares of which a text may have lost some bytes. */
const mostLost = 0.1;
const isNoText = (beginning: string) =>
  (beginning.match(noLetter)?.length ?? 0) > Math.max(2, mostLost * beginning.length);
const beginningOf = (file: Uint8Array) => textOf(file.subarray(0, 512));

/**
 * The students of a CSV, text, HTML or workbook file. Columns are found by their names, in any order, below title lines, on
 * the first sheet that has them, one that is shown before one that is hidden. A row that cannot be used is named by its number.
 *
 * @throws Refusal `list.unreadable`, `list.locked`, `list.columns` with the headings that were found, `list.tooLong`
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
  // A text file's only sheet has no name.
  if (!first && sheets[0]?.name === '' && isNoText(beginningOf(file))) throw new Refusal('list.unreadable');
  if (!first) throw new Refusal('list.columns', headingsOf(sheets));
  const list = await studentsOf(first.found);
  if (others.length === 0) return list;
  return { ...list, sheet: first.sheet.name, otherSheets: others.map(({ sheet }) => sheet.name) };
}

async function sheetsOf(file: Uint8Array): Promise<readonly Sheet[] | null> {
  const zip = file[0] === 0x50 && file[1] === 0x4b;
  const oldWorkbook = file[0] === 0xd0 && file[1] === 0xcf;
  // Pages and XML that offices' programs write under the name of a workbook.
  const markup = /^\s*</.test(beginningOf(file)) && textOf(file);
  if (zip || oldWorkbook || markup) return sheetsOfWorkbook(markup || file, mostRead);
  if (documentMarks.test(beginningOf(file))) return null;
  try {
    return [{ name: '', rows: await rowsOfText(file, (row) => listsIn(row) !== null, mostRead) }];
  } catch {
    // the file is the sender's: told as unreadable
    return null;
  }
}

async function studentsOf({ rows, lists }: Found): Promise<ReadList> {
  if (rows.length > maxRows) throw new Refusal('list.tooLong');
  const read: ReadList = { students: [], skipped: [] };
  const seen = new Set<string>();
  for (const columns of lists) {
    const numbers: Cell[] = [];
    for (const [index, { cells }] of rows.entries()) {
      if (index % rowsAtOnce === 0) await setImmediate();
      numbers.push(numberOf(cells[columns.number]));
    }
    const cut = areCut(numbers);
    for (const [index, row] of rows.entries()) {
      if (index % rowsAtOnce === 0) await setImmediate();
      const number = cut && isLong(numbers[index]) ? false : numbers[index]!;
      take(row, { number, columns, seen, read });
    }
  }
  if (lists.length > 1) read.skipped.sort((a, b) => a.line - b.line);
  return read;
}

interface Taking {
  number: Cell;
  columns: Columns;
  seen: Set<string>;
  read: ReadList;
}

function take({ line, cells }: Row, { number, columns, seen, read }: Taking): void {
  const name = listedName(cells[columns.name]);
  const className = columns.class < 0 ? { words: '' } : listedClass(cells[columns.class]);
  if (number === '' && name.words === '' && name.why !== 'letters') return;
  const why = numberProblem(number, cells[columns.number], seen) ?? name.why ?? className.why;
  if (why) read.skipped.push({ line, why });
  else read.students.push({ studentNumber: number as string, name: name.words, class: className.words });
  if (!why) seen.add(number as string);
}

function numberProblem(
  number: Cell,
  cell: Cell | undefined,
  seen: ReadonlySet<string>
): SkippedRow['why'] | null {
  // Bytes of no encoding, or digits cut off.
  if (number === false) return cell && isLost(cell) ? 'letters' : 'inexact';
  if (!isNumber(number)) return failedFormula.test(number) ? 'formula' : 'number';
  return seen.has(number) ? 'twice' : null;
}

/** A word, as a workbook's TRUE is, is none. */
const isNumber = (number: Cell): number is string =>
  number !== false && studentNumberPattern.test(number) && /\d/.test(number);

/** More digits than a spreadsheet keeps. */
const isLong = (number: string | false | undefined): number is string => /^\d{16,}$/.test(number || '');
/** Whether every long number has zeros for what a spreadsheet would have cut off. */
function areCut(numbers: readonly (string | false)[]): boolean {
  const long = numbers.filter(isLong);
  return long.length > 0 && long.every((number) => /^0+$/.test(number.slice(15)));
}
