import { startServer } from '../scripts/lib/server.mjs';
import { expect, test } from './fixtures';
import { open, studentCode, toCapture } from './journey';
import { codeFrameJpeg, sitterJpeg } from './pictures';
import { drawCode } from '../scripts/codes/draw';

test('without a server: reload, scan, shoot, queue; delivered exactly once when it is back', async ({
  page,
  camera,
  watch
}) => {
  const server = await startServer();
  const { url, port, data } = { ...server, port: Number(new URL(server.url).port) };
  try {
    // The first visit: the shell, then in the background decoder, runtime, encoder and models.
    await camera.show(await sitterJpeg());
    await page.context().grantPermissions(['camera'], { origin: url });
    await open(page, `${url}/`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.getByTestId('start-code').click();
    await page.getByTestId('agree').click();
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('gradframe-heavy')).keys()).length), {
        timeout: 60_000
      })
      .toBe(6);

    await server.stop();
    await open(page, `${url}/`);
    await page.getByTestId('restart').click();
    await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
    await page.getByTestId('start-code').click();
    await page.getByTestId('agree').click();
    await expect(page).toHaveURL(/\/confirm$/, { timeout: 30_000 });
    await camera.show(await sitterJpeg());
    await toCapture(page);
    await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
    await page.getByTestId('use-photo').click();
    await page.getByTestId('confirm-box').check();
    await page.getByTestId('submit-photo').click();
    await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'queued');
    await page.reload();
    await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'queued');

    const again = await startServer({ port, data });
    try {
      await page.getByTestId('refresh-status').click();
      await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
      await page.reload();
      await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
      const sent = watch.requests.filter((request) => request.method() === 'PUT');
      const ids = new Set(sent.map((request) => request.url()));
      expect(ids.size).toBe(1);
    } finally {
      await again.stop();
    }
  } finally {
    await server.stop();
    // This test's own server is its origin; while that was stopped, the browser rightly complained.
    watch.requests = watch.requests.filter((request) => new URL(request.url()).origin !== url);
    watch.errors = watch.errors.filter((line) => !/ERR_CONNECTION_REFUSED|Failed to (load|fetch)/.test(line));
  }
});
