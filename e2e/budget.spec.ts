import type { Request } from '@playwright/test';
import { expect, test } from './fixtures';
import { open, toRegister } from '../scripts/lib/journey';

/** What may travel, compressed, until the register page works; what looks at photos comes behind it. */
const budgetBytes = 200_000;
const isModel = (url: string) =>
  /\.(wasm|task|tflite|onnx)$|vision_wasm_module_internal|\/(face|photo)\.worker/.test(url);

/** Body and header bytes as they travelled, of pages and workers. */
async function travelled(requests: readonly Request[]): Promise<number> {
  const sizes = await Promise.all(
    requests.map(async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      return Math.max(0, responseBodySize) + Math.max(0, responseHeadersSize);
    })
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test.use({ serviceWorkers: 'allow' });

test('the register page works within its budget, and a later visit needs no network', async ({ page }) => {
  const finished: Request[] = [];
  page.context().on('requestfinished', (request) => finished.push(request));
  await toRegister(page);
  await expect(page.getByTestId('type-details')).toBeEnabled();
  // What the service worker fetches beside it, for later pages, is not what this one waits for.
  const first = finished.filter((request) => request.serviceWorker() === null && !isModel(request.url()));
  const bytes = await travelled(first);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(budgetBytes);

  await expect(page.getByTestId('offline')).toHaveAttribute('data-ready', 'true', { timeout: 60_000 });
  const models = finished.filter((request) => isModel(request.url()) && request.serviceWorker() !== null);
  const paths = models.map((request) => new URL(request.url()).pathname);
  expect(paths.length).toBeGreaterThan(0);
  expect(new Set(paths).size, 'each model is fetched once').toBe(paths.length);

  finished.length = 0;
  await open(page, '/register');
  expect(finished.length).toBeGreaterThan(0);
  const asked = await Promise.all(
    finished.map(async (request) => ((await request.response())?.fromServiceWorker() ? '' : request.url()))
  );
  const files = asked.filter((url) => url !== '' && !/^blob:|\/api\//.test(url));
  // The unit's settings are asked anew where there is a network.
  expect(files).toEqual([]);
});
