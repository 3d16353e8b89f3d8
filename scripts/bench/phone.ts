import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { renderSitter } from '../../workers/studio/sitter';
import { encodeJpeg } from '../lib/jpeg';
import { open, toCapture, toRegister, typeDetails } from '../lib/journey';
import { freePort, startServer } from '../lib/server.mjs';
import { withCamera } from './camera-page';
import type { BenchRow } from './row';
import { startSlowLine, type SlowLine } from './slow-line';

/** How many times slower the page's thread is, by DevTools' throttling, which leaves workers as they are. */
const slowness = [1, 4, 6];
const line = { bitsPerSecond: 1.6e6, latencyMs: 150 };
const timeout = 180_000;

/** What each may be at most; what has no bound is told alone. */
const bounds: Record<string, number> = {
  'register-KB': 200,
  'advice-KB': 5000,
  'longest-task': 200,
  'shutter-to-check': 5000,
  memory: 300
};

/**
 * A first visit on a phone: touched, 360 × 640, a line of 1.6 Mbit/s and 150 ms that all connections share, an empty
 * cache, a student who reads nothing. By slowness of the page's thread: milliseconds and bytes on the line until home is
 * usable, register is, the first advice stands and the finished photo is there, each from the start; milliseconds from the
 * shutter to the check page; the page's longest task; the renderer's own memory (Linux) at its largest.
 */
export async function benchPhone(): Promise<BenchRow[]> {
  const picture = await encodeJpeg(renderSitter({ width: 1280, height: 960 }).image, 90);
  const rows: BenchRow[] = [];
  for (const times of slowness) {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const server = await startServer({ env: { ORIGIN: url } });
    const slow = await startSlowLine(port, Number(new URL(server.url).port), line);
    try {
      const options = {
        serviceWorkers: 'allow',
        viewport: { width: 360, height: 640 },
        hasTouch: true,
        isMobile: true
      } as const;
      const measured = await withCamera(url, picture, (page) => walk(page, times, slow), options);
      for (const [name, [value, unit]] of Object.entries(measured))
        rows.push(rowOf(`phone-x${times}-${name}`, value, unit, bounds[name]));
    } finally {
      await slow.stop();
      await server.stop();
    }
  }
  return rows;
}

const rowOf = (name: string, ours: number, unit: string, reference: number | null = null): BenchRow => ({
  name,
  ours,
  reference,
  ratio: reference && ours / reference,
  unit,
  runs: 1
});

async function walk(
  page: Page,
  times: number,
  slow: SlowLine
): Promise<Record<string, [value: number, unit: string]>> {
  const memory = await watchMemory(page);
  await page.addInitScript(() => {
    const kept: number[] = ((window as { tasks?: number[] }).tasks = []);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  const rows: Record<string, [number, string]> = {};
  const began = performance.now();
  const reached = (name: string) => {
    rows[name] = [performance.now() - began, 'ms'];
    rows[`${name}-KB`] = [slow.bytes / 1000, 'KB'];
  };
  page.setDefaultTimeout(timeout);
  await open(page, '/');
  reached('home');
  await toRegister(page);
  await page.getByTestId('type-details').waitFor();
  reached('register');
  await typeDetails(page);
  await toCapture(page);
  await page.locator('[data-testid=advice]:not([data-verdict=na])').waitFor();
  reached('advice');
  await page.locator('[data-testid=camera] canvas:not([hidden])').waitFor();
  const shot = performance.now();
  await page.getByTestId('finished-photo').waitFor();
  rows['shutter-to-check'] = [performance.now() - shot, 'ms'];
  reached('photo');
  const tasks = await page.evaluate(() => (window as { tasks?: number[] }).tasks ?? []);
  rows['longest-task'] = [Math.max(0, ...tasks), 'ms'];
  rows['tasks-over-200'] = [tasks.filter((duration) => duration > 200).length, 'tasks'];
  rows.memory = [await memory(), 'MB'];
  return rows;
}

/** Of the page's renderer, looked at twice a second; answers the largest so far, in MB. */
async function watchMemory(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().browser()!.newBrowserCDPSession();
  let peak = 0;
  const look = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    for (const { id } of processInfo.filter(({ type }) => type === 'renderer')) {
      // A renderer that ended in between has none.
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      peak = Math.max(peak, Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
    }
  };
  // The browser has closed: nothing more is asked.
  const timer = setInterval(() => void look().catch(() => clearInterval(timer)), 500);
  return async () => {
    clearInterval(timer);
    await look();
    return peak;
  };
}
