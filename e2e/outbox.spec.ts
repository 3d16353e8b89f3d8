import type { Page } from '@playwright/test';
import { subjectHeader, subjectOf, type Permit } from '../src/lib/api/contracts/permit';
import { expect, test } from './fixtures';
import { open, toRegister, toSubmit, typeDetails } from '../scripts/lib/journey';
import { sitterJpeg } from './pictures';

/** Every submission request of the page, as `id status`; an answer that was lost has no status. */
function puts(page: Page): { id: string; status: number | null }[] {
  const seen: { id: string; status: number | null }[] = [];
  const id = (url: string) => url.split('/').at(-1)!;
  page.context().on('request', (request) => {
    if (request.method() !== 'PUT') return;
    const entry = { id: id(request.url()), status: null as number | null };
    seen.push(entry);
    void request.response().then((response) => (entry.status = response?.status() ?? null));
  });
  return seen;
}

async function confirmAndSend(page: Page) {
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
}

const state = (page: Page) => page.getByTestId('status-state');

test.use({ serviceWorkers: 'allow' });

test('an answer lost on the way: sent again under the same id, taken once', async ({ page }) => {
  // A picture that nobody has sent before, not even an earlier try: the same content is answered as a repeat.
  await toSubmit(page, await sitterJpeg({ seed: Math.floor(Math.random() * 1e9) }));
  const sent = puts(page);
  // The endpoint's answer is cut off just before the page gets it.
  const arrived: (number | undefined)[] = [];
  const network = await page.context().newCDPSession(page);
  network.on('Fetch.requestPaused', ({ requestId, request, responseStatusCode }) => {
    if (request.method === 'PUT') arrived.push(responseStatusCode);
    // Rejected for one that is still held when the watch ends: it is let through then.
    network.send('Fetch.failRequest', { requestId, errorReason: 'ConnectionReset' }).catch(() => undefined);
  });
  await network.send('Fetch.enable', {
    patterns: [{ urlPattern: '*/api/v1/submissions/*', requestStage: 'Response' }]
  });
  await confirmAndSend(page);
  await expect(state(page)).toHaveAttribute('data-state', 'queued');
  await expect.poll(() => arrived.length).toBeGreaterThan(0);
  // Left before the network is mended: the page's own retry would ask for the status instead of sending again.
  await page.goto('about:blank');
  await network.send('Fetch.disable');
  await open(page, '/status');
  await expect(state(page)).toHaveAttribute('data-state', 'received');
  expect(arrived[0]).toBe(201);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  await expect.poll(() => sent.at(-1)!.status).toBe(200);

  // The device's own id and the photo made on it went along: of three, two may still be made.
  const [device, studentNumber] = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
    const db = await asked(indexedDB.open('gradframe'));
    const get = (store: string, key: string) => asked(db.transaction(store).objectStore(store).get(key));
    const draft = (await get('draft', 'current')) as { registration: { studentNumber: string } };
    return [(await get('device', 'id')) as string, draft.registration.studentNumber] as const;
  });
  const headers = { [subjectHeader]: await subjectOf(device, 'default', studentNumber) };
  const permit = (await (await page.request.get('/api/v1/permits', { headers })).json()) as Permit;
  expect(permit.count).toBe(2);
});

test('a network that carries nothing whole: it arrives in parts, on from where it broke', async ({
  page
}) => {
  await toSubmit(page, await sitterJpeg());
  const ranges: (string | null)[] = [];
  await page.context().route('**/api/v1/submissions/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PUT') return route.continue();
    const range = await request.headerValue('content-range');
    ranges.push(range);
    // Broken: whatever is whole, and the second part the first time, after it arrived.
    if (range === null) return route.abort('connectionreset');
    if (range.startsWith('bytes 16384-') && !ranges.slice(0, -1).includes(range)) {
      await route.fetch();
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await confirmAndSend(page);
  await expect(state(page)).toHaveAttribute('data-state', 'received');
  const total = Number(ranges.at(-1)!.split('/')[1]);
  expect(total).toBeGreaterThan(32_768);
  const parts = ranges.slice(1).map((range) => range!.split('/')[0]!.slice('bytes '.length));
  expect(parts.slice(0, 5)).toEqual([
    '*',
    '0-16383',
    '16384-32767',
    '*',
    `32768-${Math.min(49_152, total) - 1}`
  ]);
  expect(parts.at(-1)).toMatch(new RegExp(`-${total - 1}$`));
});

test('two tabs that send the same draft at once make one submission', async ({ page, context }) => {
  await toSubmit(page, await sitterJpeg());
  const second = await context.newPage();
  await open(second, '/submit');
  const sent = puts(page);
  for (const tab of [page, second]) await tab.getByTestId('confirm-box').check();
  const buttons = await Promise.all(
    [page, second].map((tab) => tab.getByTestId('submit-photo').elementHandle())
  );
  await Promise.all(buttons.map((button) => button!.evaluate((element) => (element as HTMLElement).click())));
  for (const tab of [page, second]) await expect(state(tab)).toHaveAttribute('data-state', 'received');
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);

  // What one tab forgets, the other does not show any longer.
  await page.getByTestId('finish').click();
  await page.getByTestId('finish-yes').click();
  await expect(second).toHaveURL(/\/$/);
});

test('a photo that the endpoint refuses: why, nothing lost, and a way on', async ({ page }) => {
  await toSubmit(page, await sitterJpeg());
  // The density in the file's header is spoilt on the device, as a fault of its storage might.
  await page.evaluate(async () => {
    const opening = indexedDB.open('gradframe');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const store = opening.result.transaction('draft', 'readwrite').objectStore('draft');
    const reading = store.get('current');
    await new Promise((resolve) => (reading.onsuccess = resolve));
    const draft = reading.result as { shot: { jpeg: Uint8Array } };
    draft.shot.jpeg[15] = 72;
    const writing = store.put(draft, 'current');
    await new Promise((resolve) => (writing.onsuccess = resolve));
    opening.result.close();
  });
  await open(page, '/submit');
  await confirmAndSend(page);
  await expect(page.locator('[data-code="photo.density"]')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-code="photo.density"]')).toBeVisible();
  await page.getByTestId('mend').click();
  await expect(page).toHaveURL(/\/capture$/);
});

test('a device without room: told before the photo is taken, and the photo still arrives', async ({
  page,
  baseURL
}) => {
  await toRegister(page, 'upload');
  await typeDetails(page);
  const storage = await page.context().newCDPSession(page);
  await storage.send('Storage.overrideQuotaForOrigin', { origin: baseURL!, quotaSize: 1024 });
  await page.getByTestId('confirm-details').click();
  await expect(page.locator('[data-code="storage.low"]')).toBeVisible();
  await page.getByTestId('open-camera').click();
  await page
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() });
  await page.getByTestId('use-photo').click({ timeout: 60_000 });
  await confirmAndSend(page);
  await expect(state(page)).toHaveAttribute('data-state', 'received');
});
