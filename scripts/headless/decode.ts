import type { Page } from 'playwright';
import type { InputFile } from './files';
import type { Row } from './row';

/** Reads one code picture. A file that cannot be read gives a row without a text. */
export async function decodeRow(page: Page, { path, name }: InputFile): Promise<Row> {
  await page.setInputFiles('input[type=file]', path);
  const answer = await page.evaluate(() => window.gradframe!.decode());
  if (!answer.ok) {
    return {
      row: { file: name, text: null, payload: null, decoder: null, trouble: null, error: answer.code, ms: 0 },
      good: false
    };
  }
  const { text, payload, decoder, trouble, ms } = answer.value;
  return {
    row: { file: name, text, payload, decoder, trouble, error: null, ms: round(ms) },
    good: text !== null
  };
}

/** Milliseconds to a tenth. */
export const round = (ms: number) => Math.round(ms * 10) / 10;
