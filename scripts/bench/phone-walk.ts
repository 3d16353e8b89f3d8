import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { open, toCapture, toRegister, typeDetails } from '../lib/journey';
import type { SlowLine } from './slow-line';

const timeout = 240_000;

/** How a phone is visited. */
export interface Visit {
  /** Times that the page's own thread is slower; workers stay as they are. */
  slowness: number;
  /** Cores for the whole browser; null for all. */
  cores: number | null;
  line: { bitsPerSecond: number; latencyMs: number };
  /** The camera is opened once everything is kept on the device. */
  kept: boolean;
}

type Watched = Window & { tasks?: [path: string, ms: number][] };

/** Home … check page, and what it took: value and unit by name. */
export async function walkPhone(
  page: Page,
  { slowness, kept }: Visit,
  line: SlowLine
): Promise<Record<string, [value: number, unit: string]>> {
  const memory = await watchMemory(page);
  await page.addInitScript(() => {
    const tasks: [string, number][] = ((window as Watched).tasks = []);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push([location.pathname, duration]);
    }).observe({ type: 'longtask', buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const rows: Record<string, [number, string]> = {};
  const began = performance.now();
  const reached = (name: string) => {
    rows[name] = [performance.now() - began, 'ms'];
    rows[`${name}-KB`] = [line.bytes / 1000, 'KB'];
  };
  page.setDefaultTimeout(timeout);
  await open(page, '/');
  reached('home');
  await toRegister(page);
  await page.getByTestId('type-details').waitFor();
  reached('register');
  await typeDetails(page);
  if (kept) {
    await page.getByTestId('confirm-details').click();
    await allKept(page);
    await page.getByTestId('open-camera').click();
  } else await toCapture(page);
  await page.locator('[data-testid=advice]:not([data-verdict=na])').waitFor();
  reached('advice');
  // The picture that was taken, or how far it is.
  await page
    .locator('[data-testid=camera] canvas:not([hidden]), [data-testid=capture-progress]')
    .first()
    .waitFor();
  const shot = performance.now();
  rows['memory-before'] = [await memory(), 'MB'];
  await page.getByTestId('finished-photo').waitFor();
  rows['shutter-to-check'] = [performance.now() - shot, 'ms'];
  reached('photo');
  const tasks = await page.evaluate(() => (window as Watched).tasks ?? []);
  rows['longest-task'] = [Math.max(0, ...tasks.map(([, ms]) => ms)), 'ms'];
  rows['tasks-over-200'] = [tasks.filter(([, ms]) => ms > 200).length, 'tasks'];
  for (const [path, ms] of tasks) {
    const name = `task${path.replace(/\/$/, '/home').replaceAll('/', '-')}`;
    rows[name] = [Math.max(ms, rows[name]?.[0] ?? 0), 'ms'];
  }
  rows.memory = [await memory(), 'MB'];
  return rows;
}

/** Until all that finishes and labels a photo is in the service worker's cache. */
async function allKept(page: Page): Promise<void> {
  const every = async () => {
    const kept = await (await caches.open('models')).keys();
    return ['selfie_multiclass', 'photo.worker', 'mozjpeg', 'vision_wasm_module_internal'].every((name) =>
      kept.some(({ url }) => url.includes(name))
    );
  };
  // A condition that answers by a promise is looked at once only.
  while (!(await page.evaluate(every))) await page.waitForTimeout(500);
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
  page.once('close', () => clearInterval(timer));
  return async () => {
    await look();
    return peak;
  };
}
