import { startServer } from '../scripts/lib/server.mjs';
import { expect, test as base } from './fixtures';
import { startGateway } from './gateway';
import { open, toRegister } from '../scripts/lib/journey';

interface Release {
  url: string;
  /** From now on the service worker's script differs by a line, as it does after a release. */
  next(): void;
}

/** The product behind a gateway that can give it a new release while it runs. */
const test = base.extend<{ release: Release }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  release: async ({}, use) => {
    const server = await startServer();
    const gateway = await startGateway(server.url);
    let suffix = '';
    gateway.change = (path, body) =>
      path === '/service-worker.js' ? Buffer.concat([body, Buffer.from(suffix)]) : body;
    await use({ url: gateway.url, next: () => (suffix += '\n// next release') });
    gateway.close();
    await server.stop();
  },
  baseURL: async ({ release }, use) => use(release.url)
});

test.use({ serviceWorkers: 'allow' });

test('a new version waits while a student is in the middle, and takes over before the next', async ({
  page,
  release
}) => {
  const waiting = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      return registration?.waiting !== null;
    });
  const marked = () => page.evaluate(() => 'inTheMiddle' in window);

  await toRegister(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  expect(await waiting()).toBe(false);
  release.next();
  await expect.poll(waiting).toBe(true);
  await page.evaluate(() => Object.assign(window, { inTheMiddle: true }));
  await page.getByTestId('type-details').click();
  await expect(page.locator('input[name=name]')).toBeVisible();
  // Home itself does not end anything either, as long as there is something to go on with.
  await page.locator('.brand').click();
  await expect(page.getByTestId('resume')).toBeVisible();
  expect(await waiting()).toBe(true);
  expect(await marked()).toBe(true);

  await page.getByTestId('restart').click();
  await page.getByTestId('restart-yes').click();
  await expect.poll(() => marked().catch(() => true)).toBe(false);
  await expect(page.getByTestId('start-code')).toBeVisible();
  expect(await waiting()).toBe(false);
  await open(page, '/guide');
});
