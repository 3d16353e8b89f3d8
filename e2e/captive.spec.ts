/**
 * A network that gives its own page, with status 200, in place of whatever is asked for: nothing of it is kept, it is
 * told as what it is, and what an earlier version kept of it is fetched anew once the network lets it.
 */
import type { Page } from '@playwright/test';
import { startServer } from '../scripts/lib/server.mjs';
import { expect, test as base } from './fixtures';
import { giveLoginPage, loginPage, startGateway, type Gateway } from './gateway';
import { open, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { sitterJpeg } from './pictures';

const test = base.extend<{ gateway: Gateway }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  gateway: async ({}, use) => {
    const server = await startServer();
    const gateway = await startGateway(server.url);
    await use(gateway);
    gateway.close();
    await server.stop();
  },
  baseURL: async ({ gateway }, use) => use(gateway.url)
});

const ready = (page: Page, value: boolean) =>
  expect(page.getByTestId('offline')).toHaveAttribute('data-ready', String(value), { timeout: 90_000 });
/** All was asked for, and not all came: neither how far it is nor that it is ready. */
const missing = async (page: Page) => {
  await expect(page.getByTestId('offline')).toHaveText('', { timeout: 90_000 });
  await ready(page, false);
};
const told = (page: Page) => page.locator('[data-code="network.captive"]').first();
const isModel = (path = '') => /\.(wasm|task|tflite)$|(face|photo)\.worker/.test(path);

/** Paths under which a page is kept. */
const keptPages = (page: Page) =>
  page.evaluate(async (text) => {
    const wrong: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        if ((await (await (await caches.open(name)).match(request))!.clone().text()) === text)
          wrong.push(request.url);
    return wrong;
  }, loginPage);

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a login page in place of the models is not kept, is told, and the rest comes after signing in', async ({
    page,
    camera,
    gateway
  }) => {
    await camera.show(await sitterJpeg());
    gateway.instead = ({ url }, response) =>
      (isModel(url) || url === '/api/v1/health/live') && giveLoginPage(response);
    await toRegister(page);
    // Of the network, and of the camera's code reader, which did not come.
    const each = page.locator('[data-code="network.captive"]');
    await expect(each).toHaveCount(2, { timeout: 60_000 });
    await missing(page);
    expect(await keptPages(page)).toEqual([]);
    gateway.instead = null;
    await told(page).getByRole('button').click();
    await expect(each).toHaveCount(0);
    await ready(page, true);
  });

  test('half a file is not kept as a whole one', async ({ page, gateway }) => {
    gateway.change = (path, body) => (isModel(path) ? body.subarray(0, body.length / 2) : body);
    await toRegister(page);
    await missing(page);
    gateway.change = null;
    await expect(async () => {
      await open(page, '/register');
      await expect(page.getByTestId('offline')).toHaveAttribute('data-ready', 'true');
    }).toPass({ timeout: 90_000 });
  });

  test('a copy that holds the login page under its files’ names heals', async ({ page }) => {
    await toRegister(page);
    await ready(page, true);
    const poisoned = await page.evaluate(async (text) => {
      let count = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          await cache.put(request, new Response(text, { headers: { 'content-type': 'text/html' } }));
          count++;
        }
      }
      return count;
    }, loginPage);
    expect(poisoned).toBeGreaterThan(100);
    await open(page, '/register');
    await ready(page, true);
    expect(await keptPages(page)).toEqual([]);
  });

  test('a version whose kept page is the login page gives way to the next by itself', async ({
    page,
    gateway
  }) => {
    await toRegister(page);
    await ready(page, true);
    // As a version before this one would have it, which did not look at what it kept.
    await page.evaluate(async (text) => {
      const old = await caches.open('shell-before');
      await old.put('/', new Response(text, { headers: { 'content-type': 'text/html' } }));
    }, loginPage);
    gateway.change = (path, body) =>
      path === '/service-worker.js' ? Buffer.concat([body, Buffer.from('\n// next')]) : body;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
    await expect.poll(() => page.evaluate(() => caches.has('shell-before')).catch(() => true)).toBe(false);
  });
});

test('without a service worker: a model that is a login page is told, and fetched after signing in', async ({
  page,
  gateway
}) => {
  await toRegister(page, 'upload');
  // Before anything is fetched ahead.
  gateway.instead = ({ url }, response) =>
    (/\.tflite$/.test(url ?? '') || url === '/api/v1/health/live') && giveLoginPage(response);
  await typeDetails(page);
  await toCapture(page);
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() };
  await page.getByTestId('upload-photo').setInputFiles(photo);
  await expect(page.getByRole('alert').locator('[data-code="network.captive"]')).toBeVisible({
    timeout: 60_000
  });
  gateway.instead = null;
  await page.getByTestId('retry').click();
  await expect(page).toHaveURL(/\/check$/, { timeout: 90_000 });
});
