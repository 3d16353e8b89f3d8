import { studentNumberPattern } from '$lib/api/patterns';
import { columnOf, headed, headingOf, maxTitleRows, numberHeadings, numberOf } from '$lib/api/sheet-cells';
import { textOf } from '$lib/api/text-encoding';
import type { MappedName } from './name-map';

const fileHeading = headed(
  '照片|图片|圖片|相片|影像|文件|文件名|文件名称|照片名|照片文件|照片文件名|图片名|图片文件名|檔名|檔案名稱',
  'file|filename|photo|picture|image'
);
/** Bytes; a sheet of 10,000 pictures has some 500,000. */
export const largestSheet = 5_000_000;

/**
 * File names and student numbers of a CSV, text or XLSX file that has a column of each; null of any other. Read on this
 * device alone.
 */
export async function readNames(name: string, content: Blob): Promise<MappedName[] | null> {
  if (content.size > largestSheet) return null;
  const bytes = new Uint8Array(await content.arrayBuffer());
  for (const rows of await tablesOf(name, bytes)) {
    const names = namesOf(rows);
    if (names) return names;
  }
  return null;
}

type Rows = readonly (readonly unknown[])[];

async function tablesOf(name: string, bytes: Uint8Array): Promise<Rows[]> {
  try {
    if (/\.xlsx?$/i.test(name)) {
      // Large, and seldom needed.
      const { read, utils } = await import('@e965/xlsx');
      const book = read(bytes, { type: 'array', dense: true });
      return book.SheetNames.map((name) => {
        const as = (raw: boolean) =>
          utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1, raw, defval: '' });
        const values = as(true);
        // As shown, with zeros before it; but a long number in the usual format is shown as 2.02E+11.
        return as(false).map((row, at) =>
          row.map((shown, column) => (/E\+\d+$/.test(String(shown)) ? values[at]![column] : shown))
        );
      });
    }
    const { parse } = await import('csv-parse/browser/esm/sync');
    const content = textOf(bytes);
    return [',', ';', '\t', '，'].map(
      (delimiter) =>
        parse(content, {
          delimiter,
          bom: true,
          relax_column_count: true,
          relax_quotes: true,
          skip_empty_lines: true
        }) as string[][]
    );
  } catch {
    // No sheet: pictures are then known by their names.
    return [];
  }
}

/** As the program shows it. */
const text = (cell: unknown) => String((cell ?? '') as string | number);
const plain = (cell: unknown) => text(cell).normalize('NFKC').trim();
function namesOf(rows: Rows): MappedName[] | null {
  for (const [at, row] of rows.slice(0, maxTitleRows).entries()) {
    const headings = row.map((cell) => headingOf(text(cell)));
    const file = headings.findIndex((one) => fileHeading.test(one));
    const number = columnOf(headings, numberHeadings);
    if (file < 0 || number < 0) continue;
    return rows
      .slice(at + 1)
      .map((cells) => ({
        name: plain(cells[file]),
        studentNumber: numberOf(text(cells[number])) || ''
      }))
      .filter(({ name, studentNumber }) => name && studentNumberPattern.test(studentNumber));
  }
  return null;
}
