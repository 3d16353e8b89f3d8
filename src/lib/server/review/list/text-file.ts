import { setImmediate } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { parse, type Options } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { textOf } from '$lib/api/text-encoding';
import type { Row } from '$lib/api/sheet-cells';

const separators = [',', ';', '\t', '|', '，', '；'] as const;
/** So many rows, and letters, tell which separator it is. */
const headRows = 30;
const headLetters = 200_000;
/** Letters of a row; a quote that does not close makes one of all that follows. */
const maxRowLetters = 20_000;
/** Letters that are split before others are answered. */
const partLetters = 4_000;

/**
 * The rows of a text file, whichever separator it has; only its head where no row has the columns' names. A byte that
 * does not belong to its encoding is left as U+FFFD, so that its row can be named. Others are answered meanwhile.
 *
 * @param known whether a row has the columns' names: decides between separators
 * @param most rows that are read
 * @throws Error where quotes do not close, or a row is longer than any of a list
 */
export async function rowsOfText(
  file: Uint8Array,
  known: (row: Row) => boolean,
  most: number
): Promise<readonly Row[]> {
  // A first line that tells the separator is no row to a spreadsheet.
  const text = textOf(file).replace(/^\ufeff?sep=.\r?\n/i, '');
  const heads = separators
    .flatMap((separator) => {
      const head = headOf(text, separator);
      return head ? [{ separator, head }] : [];
    })
    .sort((a, b) => cellsOf(b.head) - cellsOf(a.head));
  const right = heads.filter(({ head }) => head.some(known));
  for (const { separator } of right) {
    const rows = await split(text, separator, most);
    if (rows) return rows;
  }
  if (right.length || !heads.length) throw new Error('no separator gives rows');
  return heads[0]!.head;
}

const cellsOf = (rows: readonly Row[]) => rows.reduce((sum, { cells }) => sum + cells.length, 0);

const optionsOf = (delimiter: string, to: number): Options => ({
  delimiter,
  to,
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: maxRowLetters
});

/** As a spreadsheet numbers them: an empty line is a row, a line break within quotes is none. */
const numbered = (records: readonly string[][]): Row[] =>
  records
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

function headOf(text: string, separator: string): Row[] | null {
  try {
    return numbered(parseAtOnce(text.slice(0, headLetters), optionsOf(separator, headRows)) as string[][]);
  } catch {
    // quotes that this separator leaves open
    return null;
  }
}

async function split(text: string, separator: string, most: number): Promise<Row[] | null> {
  try {
    const records: string[][] = [];
    const parser = Readable.from(partsOf(text)).pipe(parse(optionsOf(separator, most)));
    for await (const record of parser) records.push(record as string[]);
    return numbered(records);
  } catch {
    // quotes that this separator leaves open
    return null;
  }
}

async function* partsOf(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += partLetters) {
    yield text.slice(from, from + partLetters);
    await setImmediate();
  }
}
