import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startServer } from '../scripts/lib/server.mjs';
import { expect, test as base } from './fixtures';
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
    let suffix = '';
    const gateway = createServer((incoming, outgoing) => {
      const script = incoming.url === '/service-worker.js';
      const headers = { ...incoming.headers };
      if (script) {
        delete headers['if-none-match'];
        headers['accept-encoding'] = 'identity';
      }
      const onward = ask(server.url + incoming.url, { method: incoming.method, headers }, (answer) => {
        const { 'content-length': length, ...rest } = answer.headers;
        outgoing.writeHead(answer.statusCode!, script || !length ? rest : answer.headers);
        answer.on('data', (chunk) => outgoing.write(chunk));
        answer.on('end', () => outgoing.end(script ? suffix : undefined));
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    const { port } = gateway.address() as AddressInfo;
    await use({ url: `http://localhost:${port}`, next: () => (suffix += '\n// next release') });
    gateway.closeAllConnections();
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
