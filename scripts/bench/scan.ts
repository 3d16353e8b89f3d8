import { setTimeout as wait } from 'node:timers/promises';
import { studentCode, toRegister } from '../lib/journey';
import { movingCode } from '../codes/moving';
import { withCamera } from './camera-page';
import { row, type BenchRow } from './row';

/** A live scan is expected to take no longer. */
const mostMs = 2000;
const scans = 5;

/**
 * From the first picture in which a code moved by hand is whole to the next step of the flow, by the page's own clock,
 * in milliseconds, against two seconds.
 */
export async function benchScan(url: string): Promise<BenchRow> {
  const moving = await movingCode(studentCode);
  const took: number[] = [];
  for (let i = 0; i < scans; i++) {
    const ms = await withCamera(url, moving, async (page) => {
      await page.addInitScript(watchForCode);
      await toRegister(page);
      await page.waitForURL(/\/confirm$/, { timeout: 60_000 });
      // The script looks every 20 ms.
      await wait(200);
      return Number(await page.locator('html').getAttribute('data-read-after'));
    });
    if (!(ms > 0)) throw new Error('the code was read before it was whole');
    took.push(ms);
  }
  return row('scan', 'ms', took, [mostMs]);
}

/** Notes on the page how long after the change of the table's colour the code was read. */
function watchForCode(): void {
  const look = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  let whole: number | null = null;
  const timer = setInterval(() => {
    const video = document.querySelector('video');
    if (location.pathname === '/confirm') {
      clearInterval(timer);
      document.documentElement.dataset.readAfter = String(whole && performance.now() - whole);
    } else if (video?.videoWidth && whole === null) {
      look.drawImage(video, -video.videoWidth + 8, -video.videoHeight + 8);
      const [red, , blue] = look.getImageData(0, 0, 1, 1).data;
      if (blue! > red!) whole = performance.now();
    }
  }, 20);
}
