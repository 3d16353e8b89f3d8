import type { Page } from 'playwright';
import { encodeJpeg } from '../lib/jpeg';
import type { Sitter } from '../../workers/studio/sitter';
import { question, readingOf } from '../../src/lib/selftest/reading';
import type { Reading } from '../../src/lib/selftest/sweep';

/** Feeds a drawn picture to the image core in the page and answers what it measured. */
export async function ask(page: Page, { image }: Sitter, force: boolean): Promise<Reading> {
  const buffer = await encodeJpeg(image, 95);
  await page.setInputFiles('input[type=file]', { name: 'sitter.jpg', mimeType: 'image/jpeg', buffer });
  const answer = await page.evaluate((given) => window.gradframe!.photo(given), question(force));
  if (!answer.ok) throw new Error(`the image core answered ${answer.code}`);
  return readingOf(answer.value, image.height);
}
