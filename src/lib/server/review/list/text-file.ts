import { parse } from 'csv-parse/sync';
import { textOf } from '$lib/api/text-encoding';
import type { Row } from '$lib/api/sheet-cells';

const separators = [',', ';', '\t', '|', '，', '；'] as const;

/**
 * The rows of a text file, whichever separator it has. A byte that does not belong to its encoding is left as U+FFFD,
 * so that its row can be named.
 *
 * @param known whether a row has the columns' names: decides between separators
 * @throws Error where quotes do not close
 */
export function rowsOfText(file: Uint8Array, known: (row: Row) => boolean): readonly Row[] {
  // A first line that tells the separator is no row to a spreadsheet.
  const text = textOf(file).replace(/^\ufeff?sep=.\r?\n/i, '');
  const heads = separators
    .map((separator) => ({ separator, head: split(text, separator, headRows) ?? [] }))
    .sort((a, b) => cellsOf(b.head) - cellsOf(a.head));
  const right = heads.filter(({ head }) => head.some(known));
  for (const { separator } of [...right, ...heads]) {
    const rows = split(text, separator);
    if (rows) return rows;
  }
  throw new Error('no separator gives rows');
}

/** So many rows tell which separator it is. */
const headRows = 30;
const cellsOf = (rows: readonly Row[]) => rows.reduce((sum, { cells }) => sum + cells.length, 0);

function split(text: string, delimiter: string, rows?: number): Row[] | null {
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      ...(rows !== undefined && { to: rows })
    }) as string[][];
    // As a spreadsheet numbers them: an empty line is a row, a line break within quotes is none.
    return records
      .map((cells, index) => ({ line: index + 1, cells }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
  } catch {
    // quotes that this separator leaves open
    return null;
  }
}
