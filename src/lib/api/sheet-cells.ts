/** Cells of the sheets that offices write: lists of students, and names of pictures with their numbers. */

/** What a file holds: sheets of rows; a text file has one sheet. */
export interface Sheet {
  name: string;
  /** It is not shown to whoever opens the file. */
  hidden?: boolean;
  rows: readonly Row[];
}

export interface Row {
  /** Its number in the sheet, from 1, as spreadsheets show it. */
  line: number;
  cells: readonly Cell[];
}

/** Text as it is shown; false for a number that the spreadsheet no longer has exactly, or bytes of no encoding. */
export type Cell = string | false;

/** Invisible letters: control codes but white space, byte order mark, zero-width ones, direction marks. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const lost = '\ufffd';
/** Whether bytes of a cell belong to no encoding. */
export const isLost = (cell: Cell): boolean => cell !== false && cell.includes(lost);
const han = '\\p{Script=Han}';
const betweenHan = new RegExp(`(?<=${han}) +(?=${han})`, 'gu');

/**
 * The words of a cell: no invisible letters, one space for any white space, none between Chinese characters, where it
 * only lines two-character names up.
 */
export function wordsOf(cell: Cell | undefined): Cell {
  if (cell === undefined) return '';
  if (cell === false || isLost(cell)) return false;
  return cell.replace(invisible, '').replace(/\s+/gu, ' ').trim().replace(betweenHan, '');
}

/** How spreadsheets mark text that looks like a number: ="0220", '0220, a tab before it. */
const marked = /^=\s*"(.*)"$/;
/** An apostrophe before what a spreadsheet would take for a formula, as exports write it. */
const unquoted = /^'(?=[=+\-@＝＋－＠])/;

/** Quotes round a whole cell, which another program or hand set. */
const quoted = /^["“'‘「](.*)["”'’」]$/u;

/** A name or a class as it was meant. */
export function nameOf(cell: Cell | undefined): Cell {
  const words = wordsOf(cell);
  return words === false ? false : words.replace(quoted, '$1').replace(unquoted, '');
}

/** A number of which a spreadsheet has cut digits off: 2.02231E+09. A student number may be 2022E10. */
const rounded = /^[+-]?\d+(?:\.\d+e[+-]?|e\+)\d+$/i;

/** Whole numbers as programs write them: 2022310001.0 and 2,022,310,001. */
const pointed = /^(\d{1,15})\.0*$/;
const grouped = /^\d{1,3}(,\d{3})+$/;

/** A student number as it was meant: full-width digits are digits, marks of text are none of it. */
export function numberOf(cell: Cell | undefined): Cell {
  const words = wordsOf(cell);
  if (words === false) return false;
  const plain = words.normalize('NFKC').replace(/ /g, '');
  const bare = (marked.exec(plain)?.[1] ?? plain)
    .replace(quoted, '$1')
    .replace(/^['’`]/, '')
    .trim();
  const text = grouped.test(bare) ? bare.replaceAll(',', '') : bare.replace(pointed, '$1');
  return rounded.test(text) ? false : text;
}

/** What stands before and after a column's name: 1. ① * “ ” : 必填 */
const beforeHeading = /^\d+[.、)]?(?=\D)/u;
const afterHeading = /(必填项?|必填項?|选填|選填)$/u;

/** A column's name for comparing: no marks of what must be filled in, no remarks in brackets, no quotes, no spaces. */
export function headingOf(cell: Cell | undefined): string {
  const words = wordsOf(cell);
  if (words === false) return '';
  return words
    .normalize('NFKC')
    .replace(/[([【〔].*?[)\]】〕]/gu, '')
    .replace(/[*＊:：#\s_“”‘’"'`「」]/gu, '')
    .replace(beforeHeading, '')
    .replace(afterHeading, '')
    .toLowerCase();
}

/** A column's name in Chinese, in English, or in both: 学号 Student No., 学号/Student ID. @see headingOf */
export function headed(chinese: string, english: string): RegExp {
  return new RegExp(`^((${chinese})(/?(${english}))?|(${english})(/?(${chinese}))?)$`);
}

/**
 * What the column of student numbers may be called, of headings as `headingOf` gives them. The later names count only
 * where the earlier are not: the registry's lists have 考生号 beside 学号.
 */
export const numberHeadings = [
  headed(
    '(学生|學生|学员|學員|本人)?(学号|學號)(/工号|号码|號碼|no\\.?|id)?',
    'student(number|no\\.?|id)(number|no\\.?)?|xh|xuehao'
  ),
  headed('(学生|學生)(编号|編號|号|號|id)|学籍号码?|學籍號碼?', 'matriculation(number|no\\.?)'),
  headed('考生(号|號)', 'candidate(number|no\\.?)')
] as const;

/** Where the column stands that the first of some names calls; -1 where there is none. */
export function columnOf(headings: readonly string[], names: readonly RegExp[]): number {
  for (const name of names) {
    const at = headings.findIndex((heading) => name.test(heading));
    if (at >= 0) return at;
  }
  return -1;
}

/** Title lines and instructions stand above the columns' names. */
export const maxTitleRows = 20;
