import {
  columnOf,
  headed,
  headingOf,
  maxTitleRows,
  numberHeadings,
  wordsOf,
  type Cell,
  type Row,
  type Sheet
} from '$lib/api/sheet-cells';

/** Where a list's columns stand, from 0; -1 for one that is not there. */
export interface Columns {
  number: number;
  name: number;
  class: number;
}

/** Rows below the columns' names, with the columns of each list that stands on them, side by side. */
export interface Found {
  rows: readonly Row[];
  lists: readonly Columns[];
}

const nameHeadings = [
  headed(
    '(学生|學生|学员|學員|考生|中文)?(姓名|名字)|(学生|學生)(名称|名稱)',
    'student(full)?name|fullname|name|xm|xingming'
  )
];
const classHeadings = [
  headed(
    '(所在|所属|所屬|所学|所學|行政|自然|专业|專業|教学|教學)?(班级|班級|班)(名|名称|名稱|全称|全稱|简称|簡稱)?',
    'classname|class|bj|bjmc|banji'
  )
];
/** Of the row that is shown to whoever sent a file without the columns. */
const mostShown = 20;
const shownLetters = 40;

/** The columns by their names, below title lines; null where there are none. */
export function findColumns(rows: readonly Row[]): Found | null {
  for (const [at, row] of rows.slice(0, maxTitleRows).entries()) {
    const lists = listsIn(row);
    if (!lists) continue;
    // Names that take two lines stand whole in the second one, where cells are merged.
    const next = rows[at + 1];
    const below = next && next.line === row.line + 1 ? listsIn(next) : null;
    return { rows: rows.slice(at + (below ? 2 : 1)), lists: below ?? lists };
  }
  return null;
}

/** The lists that stand side by side below a row of names, as offices print them in two columns. */
export function listsIn({ cells }: Row): Columns[] | null {
  const headings = cells.map(headingOf);
  const first = {
    number: columnOf(headings, numberHeadings),
    name: columnOf(headings, nameHeadings),
    class: columnOf(headings, classHeadings)
  };
  if (first.number < 0 || first.name < 0) return null;
  const same = (at: number) =>
    at < 0 ? [] : headings.flatMap((heading, index) => (heading === headings[at] ? [index] : []));
  const [numbers, names, classes] = [same(first.number), same(first.name), same(first.class)];
  if (numbers.length < 2 || numbers.length !== names.length) return [first];
  return numbers.map((number, at) => ({ number, name: names[at]!, class: classes[at] ?? first.class }));
}

/** The fullest of the first rows on the first sheet that is shown, which may be the columns' names; for whoever sent it. */
export function headingsOf(sheets: readonly Sheet[]): string[] {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const sheet = filled.find(({ hidden }) => !hidden) ?? filled[0];
  const rows = (sheet?.rows ?? [])
    .slice(0, maxTitleRows)
    .map(({ cells }) => cells.map(wordsIn).filter(Boolean));
  const most = Math.max(0, ...rows.map((row) => row.length));
  const fullest = rows.find((row) => row.length === most) ?? [];
  return fullest.slice(0, mostShown).map((words) => words.slice(0, shownLetters));
}

const wordsIn = (cell: Cell) => wordsOf(cell) || '';
