import type { Page } from '@playwright/test';
import { drawCode } from '../scripts/codes/draw';
import { freePort, startServer } from '../scripts/lib/server.mjs';
import { expect, test as base } from './fixtures';
import {
  open,
  shownPhoto,
  student,
  studentCode,
  toCapture,
  toRegister,
  typeDetails
} from '../scripts/lib/journey';
import { codeFrameJpeg, sitterJpeg } from './pictures';
import { sha256, storedPhotos } from './stored';

/** A server of this spec's own, which may be stopped and started again at the same address. */
interface OwnServer {
  port: number;
  /** The running server's data folder. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

const test = base.extend<{ server: OwnServer }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  server: async ({}, use) => {
    const port = await freePort();
    let running: Awaited<ReturnType<typeof startServer>> | null = null;
    const stop = async () => {
      await running?.stop();
      running = null;
    };
    await use({
      port,
      start: async () => (running = await startServer({ port })).data,
      stop
    });
    await stop();
  },
  baseURL: async ({ server }, use) => use(`http://localhost:${server.port}`)
});

const ready = (page: Page) =>
  expect(page.getByTestId('offline')).toHaveAttribute('data-ready', 'true', { timeout: 90_000 });

/**
 * Empties the caches, as a browser does that is short of room. Meanwhile an answer of the endpoint's is shown: no page
 * of the product, which would ask for what it needs.
 */
async function evict(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('/api/v1/health');
  const storage = await page.context().newCDPSession(page);
  await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cache_storage' });
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
}

test.use({ serviceWorkers: 'allow' });

test('after one visit everything works without the server, and what waits is delivered once', async ({
  page,
  camera,
  server
}) => {
  test.setTimeout(240_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));

  await server.start();
  await camera.show(await sitterJpeg());
  await toRegister(page);
  await ready(page);
  // What the browser evicts is fetched again while there is a network.
  await evict(page);
  await open(page, '/register');
  await ready(page);

  await server.stop();
  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await open(page, '/register');
  await expect(page).toHaveURL(/\/confirm$/, { timeout: 30_000 });
  await expect(page.getByText(student.institutionName)).toBeVisible();
  await page.reload();

  await camera.show(await sitterJpeg());
  await toCapture(page);
  await expect(page).toHaveURL(/\/check$/, { timeout: 90_000 });
  const shown = await shownPhoto(page);
  await page.getByTestId('use-photo').click();
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'queued');

  // Waiting survives the page, and the other pages are still there.
  await page.close();
  const later = await page.context().newPage();
  await open(later, '/status');
  await expect(later.getByTestId('status-state')).toHaveAttribute('data-state', 'queued');
  await open(later, '/guide');

  const data = await server.start();
  await open(later, '/status');
  await expect(later.getByTestId('status-state')).toHaveAttribute('data-state', 'received', {
    timeout: 30_000
  });
  await open(later, '/status');
  await expect(later.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  expect((await storedPhotos(data)).map(sha256)).toEqual([sha256(shown)]);
  expect(problems).toEqual([]);
});

test('a language: the one shown is kept, the others with the rest of the product', async ({
  page,
  server
}) => {
  const html = page.locator('html');
  const kept = () =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('shell-'));
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().flatMap(({ url }) => /\/texts\/([^.]+)\./.exec(url)?.[1] ?? []);
    });
  await server.start();
  await open(page, '/');
  await expect.poll(kept).toEqual(['zh-CN']);
  await server.stop();
  await page.getByTestId('language').selectOption('zh-TW');
  await expect(page.locator('[data-code="language.load"]')).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByTestId('language')).toHaveValue('zh-CN');
  await open(page, '/');
  await expect(html).toHaveAttribute('lang', 'zh-CN');

  await server.start();
  await toRegister(page);
  await ready(page);
  await server.stop();
  for (const tag of ['en', 'zh-TW']) {
    await page.getByTestId('language').selectOption(tag);
    await expect(html).toHaveAttribute('lang', tag);
    await page.reload();
    await expect(html).toHaveAttribute('lang', tag);
  }
});

test('checking tools that were evicted: told before the photo is taken, and fetched when there is a network', async ({
  page,
  server
}) => {
  await server.start();
  await toRegister(page, 'upload');
  await ready(page);
  await typeDetails(page);
  await page.evaluate(() => caches.delete('models'));
  const network = await page.context().newCDPSession(page);
  await network.send('Network.clearBrowserCache');
  await server.stop();
  await page.reload();
  await page.getByTestId('confirm-details').click();
  await expect(page.locator('[data-code="storage.evicted"]')).toBeVisible();
  await server.start();
  await page.getByTestId('fetch-tools').click();
  await ready(page);
  await expect(page.locator('[data-code="storage.evicted"]')).toBeHidden();
});

const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const counts = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  });

test('a page at any depth opens from the kept copy, with or without the server', async ({ page, server }) => {
  test.setTimeout(120_000);
  const missed: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 404) missed.push(response.url());
  });
  await server.start();
  await open(page, '/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await open(page, '/payment/sandbox');
  // Whoever only looks gets every page all the same, once the line is free.
  let before = await keptFiles(page);
  const first = before;
  const settled = async () => {
    const now = await keptFiles(page);
    const still = now > first && now === before;
    before = now;
    return still;
  };
  await expect.poll(settled, { timeout: 60_000, intervals: [2_000] }).toBe(true);
  await server.stop();
  for (const path of ['/payment/sandbox', '/kiosk/operator', '/progress']) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(missed).toEqual([]);
});
