import { setImmediate } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
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
  const rows = await separated(text, known, most);
  if (rows.known) return rows.rows;
  // Columns that spaces set apart, as editors line them up; where they give no rows either, the first answer stands.
  const spaced = await separated(text.replace(/[ \u3000]{2,}|\u3000/g, '\t'), known, most).catch(() => null);
  return spaced?.known ? spaced.rows : rows.rows;
}

async function separated(
  text: string,
  known: (row: Row) => boolean,
  most: number
): Promise<{ known: boolean; rows: readonly Row[] }> {
  const beginning = text.slice(0, headLetters);
  const heads: { separator: string; head: readonly Row[] }[] = [];
  for (const separator of separators) {
    const head = await split(beginning, separator, headRows);
    if (head) heads.push({ separator, head });
  }
  heads.sort((a, b) => cellsOf(b.head) - cellsOf(a.head));
  const right = heads.filter(({ head }) => head.some(known));
  for (const { separator } of right) {
    const rows = await split(text, separator, most);
    if (rows) return { known: true, rows };
  }
  // Quotes that stay open with one separator leave nothing to find with another.
  if (right.length || !heads.some(({ separator }) => separator === ','))
    throw new Error('quotes do not close');
  return { known: false, rows: heads[0]!.head };
}

const cellsOf = (rows: readonly Row[]) => rows.reduce((sum, { cells }) => sum + cells.length, 0);

/** The first rows, as a spreadsheet numbers them: an empty line is a row, a line break within quotes is none. */
async function split(text: string, delimiter: string, most: number): Promise<Row[] | null> {
  try {
    const parser = parse({
      delimiter,
      to: most,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: maxRowLetters
    });
    const rows: Row[] = [];
    let line = 0;
    for await (const record of Readable.from(partsOf(text)).pipe(parser)) {
      const cells = record as string[];
      line++;
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    }
    return rows;
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
