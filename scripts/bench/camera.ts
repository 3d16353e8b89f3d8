import { toCapture, toRegister, typeDetails } from '../lib/journey';
import { encodeJpeg } from '../lib/jpeg';
import { renderSitter } from '../../workers/studio/sitter';
import { withCamera } from './camera-page';
import type { BenchRow } from './row';

/** Pixels of a common webcam. */
const frame = { width: 1280, height: 720 };
/** A task of more than this counts as long (W3C Long Tasks): a touch waits for it noticeably. */
const mostMs = 50;
const watchMs = 10_000;

/**
 * The longest task of the page's own thread, in milliseconds, while the camera runs and frames are judged, against the
 * 50 ms that a page may take to answer a touch. The sitter turns away, so that no photo is taken meanwhile.
 */
export async function benchCamera(url: string): Promise<BenchRow> {
  const picture = await encodeJpeg(renderSitter({ ...frame, yaw: 25 }).image, 90);
  return withCamera(url, picture, async (page) => {
    // The way with a camera.
    await toRegister(page);
    await typeDetails(page);
    await toCapture(page);
    await page.locator('[data-testid=advice][data-verdict=fail]').waitFor({ timeout: 60_000 });
    const tasks = await page.evaluate(async (ms) => {
      const found: number[] = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) found.push(duration);
      });
      observer.observe({ type: 'longtask' });
      await new Promise((resolve) => setTimeout(resolve, ms));
      return found;
    }, watchMs);
    // Tasks of less than 50 ms are not told apart.
    const longest = Math.max(mostMs, ...tasks);
    return {
      name: 'camera-task',
      ours: longest,
      reference: mostMs,
      ratio: longest / mostMs,
      unit: 'ms',
      runs: tasks.length
    };
  });
}
