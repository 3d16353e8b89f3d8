import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import sharp from 'sharp';
import { renderSitter } from '../../workers/studio/sitter';
import type { FinishOptions, MatteEngine } from '../../workers/protocol';
import { resolveStandard } from '../../workers/standard/resolve';
import { startReference } from './reference';
import { row, type BenchRow } from './row';

const runs = 5;
const referenceRuns = 3;

/**
 * The whole finish, from the picture file to the JPEG, against `removeBackground` of @imgly/background-removal at its
 * defaults on the same picture; both warm, in the same browser, by turns.
 */
export async function benchFinish(
  name: string,
  { matte, labels }: { matte: MatteEngine; labels: boolean },
  browser: Browser,
  url: string
): Promise<BenchRow> {
  const picture = await sitterPicture();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await openFinish(context, url, picture);
  const reference = await startReference(browser);
  try {
    await finishOnce(page, matte, labels);
    await reference.cutOut(picture);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let i = 0; i < runs; i++) {
      ours.push(await finishOnce(page, matte, labels));
      if (i < referenceRuns) theirs.push((await reference.cutOut(picture)).ms);
    }
    return row(name, 'ms', ours, theirs);
  } finally {
    await reference.stop();
    await context.close();
  }
}

/** The drawn sitter with long hair, as a PNG. */
export async function sitterPicture(size: { width?: number; height?: number } = {}): Promise<Buffer> {
  const { data, width, height } = renderSitter({ ...size, hair: { style: 'long' } }).image;
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

/** The image core as a page, with a picture chosen: from the disk, since what is sent along fills the page's memory. */
export async function openFinish(context: BrowserContext, url: string, picture: Buffer): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-'));
  context.once('close', () => void rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'sitter.png');
  await writeFile(file, picture);
  const page = await context.newPage();
  await page.goto(`${url}/headless`);
  await page.waitForFunction(() => window.gradframe !== undefined);
  await page.setInputFiles('input[type=file]', file);
  return page;
}

/** Milliseconds from the file to the verified JPEG, without loading the engines. */
export async function finishOnce(page: Page, matte: MatteEngine, labels = true): Promise<number> {
  const options: FinishOptions = {
    kind: 'still',
    standard: resolveStandard(),
    matte,
    force: true,
    emit: { alpha: false, overlay: false }
  };
  const answer = await page.evaluate(([given, labelled]) => window.gradframe!.photo(given, labelled), [
    options,
    labels
  ] as const);
  if (!answer.ok || !answer.value.photo) throw new Error('the picture was not finished');
  return answer.value.ms.total;
}
