import type { Browser } from 'playwright';
import { encodeJpeg } from '../lib/jpeg';
import { renderSitter } from '../../workers/studio/sitter';
import { row, type BenchRow } from './row';

/** Pixels of a common phone camera's preview. */
const frame = { width: 960, height: 1280 };
const frames = 120;
/** The first frames of each find the face and warm the engine up. */
const warmUp = 10;

/**
 * Frames a second of the whole live analysis against bare `detectForVideo`, by turns over the same frames in the
 * same worker, over all the time that each took.
 */
export async function benchLive(browser: Browser, url: string): Promise<BenchRow> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(`${url}/headless`);
    await page.waitForFunction(() => window.gradframe !== undefined);
    const buffer = await encodeJpeg(renderSitter(frame).image, 92);
    await page.setInputFiles('input[type=file]', { name: 'sitter.jpg', mimeType: 'image/jpeg', buffer });
    const answer = await page.evaluate((count) => window.gradframe!.live(count), frames);
    if (!answer.ok) throw new Error(`the image core answered ${answer.code}`);
    const rate = (times: number[]): number => {
      const counted = times.slice(warmUp);
      return (1000 * counted.length) / counted.reduce((sum, ms) => sum + ms);
    };
    return {
      ...row('live', 'frames/s', [rate(answer.value.whole)], [rate(answer.value.bare)]),
      runs: frames - warmUp
    };
  } finally {
    await context.close();
  }
}
