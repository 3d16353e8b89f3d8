import { expect, test } from './fixtures';
import { open, toRegister } from './journey';

/** What may travel, compressed, until the register page works. */
const budgetBytes = 400 * 1024;

test('the register page works within its budget, before any model has come', async ({ page }) => {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  network.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength)
  );
  await toRegister(page);
  await expect(page.getByTestId('type-details')).toBeEnabled();
  const travelled = [...bytes].map(([id, size]) => ({ url: urls.get(id) ?? '', size }));
  const total = travelled.reduce((sum, { size }) => sum + size, 0);
  test.info().annotations.push({ type: 'bytes', description: String(total) });
  expect(total).toBeGreaterThan(20_000);
  expect(total, JSON.stringify(travelled)).toBeLessThanOrEqual(budgetBytes);

  // A second visit brings next to nothing over the network.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.getByTestId('offline')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  bytes.clear();
  await open(page, '/register');
  const again = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  expect(again).toBeLessThan(20_000);
});
