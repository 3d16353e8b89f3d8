import { stringify } from 'csv-stringify/sync';
import { runApart } from '../apart';
import program from './workbook-process.mjs?raw';

/** A table of text; the first row names the columns. */
export type Table = readonly (readonly string[])[];

/** Told apart by programs that open a CSV in another encoding otherwise. */
const byteOrderMark = '\ufeff';
/** Rows of one workbook beside its columns' names: bounded memory, and well within what a spreadsheet opens. */
export const rowsOfWorkbook = 100_000;
const mostLettersWide = 40;

/**
 * A table as CSV for programs: digits exactly as they are. What a spreadsheet would take for a formula has an
 * apostrophe before it, which the import of lists takes off again.
 */
export const csvOf = (table: Table): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    byteOrderMark +
      stringify(table as string[][], {
        escape_formulas: true,
        record_delimiter: '\r\n',
        quoted_match: /^\d+$/
      })
  );

/**
 * A table as workbooks for spreadsheets, of a hundred thousand rows each: every cell is text. The last is null where one
 * could not be written.
 */
export async function* workbooksOf(table: Table): AsyncGenerator<Uint8Array<ArrayBuffer> | null> {
  const [header, ...rows] = table;
  const widths = header!.map((_, column) =>
    Math.min(mostLettersWide, 2 + Math.max(...table.slice(0, 200).map((row) => widthOf(row[column]!))))
  );
  for (let from = 0; from === 0 || from < rows.length; from += rowsOfWorkbook) {
    const part = [header, ...rows.slice(from, from + rowsOfWorkbook)];
    const bounds = { program, packages: ['@e965/xlsx'], heapMb: 1024, patienceMs: 120_000 };
    const answer = await runApart<{ file: Uint8Array<ArrayBuffer> }>(bounds, { rows: part, widths });
    yield answer && new Uint8Array(answer.file);
    if (!answer) return;
  }
}

/** Chinese letters are twice as wide as Latin ones. */
const widthOf = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
