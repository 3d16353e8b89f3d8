import { downloadZip } from 'client-zip';
import { thumbOf, type BulkItem, type BulkRun } from './kept';

/** Texts of the sheet, in the reader's language. */
export interface SheetTexts {
  columns: readonly [file: string, number: string, name: string, className: string, reasons: string];
  reason: (key: string) => string;
}

/** A cell that no spreadsheet takes for a formula (OWASP, CSV injection). */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** What stays here, as CSV with its mark for UTF-8. */
export function failedSheet(items: readonly BulkItem[], { columns, reason }: SheetTexts): string {
  const rows = items.map(({ path, studentNumber, name, className, reasons }) => [
    path,
    studentNumber,
    name,
    className,
    reasons.map(reason).join('; ')
  ]);
  return `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** The sheet and small pictures of what stays here, for the studio. */
export function failedZip(
  run: BulkRun,
  items: readonly BulkItem[],
  sheet: string,
  name: string
): Promise<Blob> {
  async function* files() {
    yield { name, input: sheet };
    for (const { path } of items) {
      const thumb = await thumbOf(run, path);
      if (thumb) yield { name: `${path.replace(/\.[^./]*$/, '')}.jpg`, input: thumb };
    }
  }
  return downloadZip(files()).blob();
}
