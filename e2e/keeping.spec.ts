/**
 * The device's storage is held by another tab, is lost on the way, or refuses what it is given: it is told, the visit
 * goes on, and what was done is kept as soon as it can be.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { open, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { sitterJpeg } from './pictures';

const told = (page: Page, code: 'waiting' | 'off') => page.locator(`[data-code="storage.${code}"]`);
const hydrated = (page: Page) => expect(page.locator('[data-hydrated]')).toBeAttached();

/** A page of the product that shows none of its code, and holds the database as a tab of an old version might. */
async function oldTab(page: Page, version?: number): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto('/api/v1/health');
  await tab.evaluate(async (wanted) => {
    const opening = indexedDB.open('gradframe', wanted);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('draft');
      opening.result
        .createObjectStore('outbox', { autoIncrement: true })
        .createIndex('id', 'id', { unique: true });
    };
    await new Promise((resolve) => (opening.onsuccess = resolve));
    Object.assign(window, { held: opening.result });
  }, version);
  return tab;
}

const letGo = (tab: Page) => tab.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close());

async function toCheck(page: Page) {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() };
  await page.getByTestId('upload-photo').setInputFiles(photo);
  await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
}

test('an old tab stands in the way of an upgrade: told, and gone on with once it is closed', async ({
  page
}) => {
  const tab = await oldTab(page, 1);
  await page.goto('/');
  await expect(told(page, 'waiting')).toBeVisible();
  await letGo(tab);
  await hydrated(page);
  await expect(told(page, 'waiting')).toBeHidden();
  await toRegister(page);
});

test('a deletion waits behind an old tab: told, and gone on with once it is closed', async ({ page }) => {
  await open(page, '/');
  await page.goto('about:blank');
  const tab = await oldTab(page);
  await tab.evaluate(() => void indexedDB.deleteDatabase('gradframe'));
  await page.goto('/');
  await expect(told(page, 'waiting')).toBeVisible();
  await letGo(tab);
  await hydrated(page);
});

test('a student who does not wait goes on, and all is kept once the storage opens', async ({ page }) => {
  const tab = await oldTab(page, 1);
  await page.goto('/');
  await page.getByTestId('go-on').click();
  await hydrated(page);
  await toRegisterFromHome(page);
  await typeDetails(page);
  await letGo(tab);
  await expect(told(page, 'waiting')).toBeHidden();
  await expect(told(page, 'off')).toBeHidden();
  await page.reload();
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByTestId('confirm-details')).toBeVisible();
});

/** As `toRegister`, without opening the page anew. */
async function toRegisterFromHome(page: Page) {
  await page.getByTestId('start-upload').click();
  for (const item of ['sensitive', 'face']) await page.getByTestId(`consent-${item}`).check();
  await page.getByTestId('agree').click();
  await expect(page).toHaveURL(/\/register$/);
}

test('a write that fails is tried again by itself: told meanwhile, and nothing lost', async ({
  page,
  watch
}) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    const state = Object.assign(window, { failing: false });
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      const request = put.apply(this, given);
      if (state.failing) this.transaction.abort();
      return request;
    };
  });
  await toRegister(page, 'upload');
  await page.evaluate(() => Object.assign(window, { failing: true }));
  await typeDetails(page);
  await expect(told(page, 'off')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { failing: false }));
  await expect(told(page, 'off')).toBeHidden();
  await page.reload();
  await expect(page.getByTestId('confirm-details')).toBeVisible();
  await expect(page).toHaveURL(/\/confirm$/);
  expect(watch.errors).toEqual([]);
});

test('a connection that the system has cut is opened anew without a word', async ({ page }) => {
  await page.addInitScript(() => {
    const opened: IDBDatabase[] = [];
    Object.assign(window, { opened });
    const { open: real } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...given: Parameters<typeof real>) {
      const request = real.apply(this, given);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
  });
  await toRegister(page, 'upload');
  await page.evaluate(() =>
    (window as unknown as { opened: IDBDatabase[] }).opened.forEach((connection) => connection.close())
  );
  await typeDetails(page);
  await page.reload();
  await expect(page.getByTestId('confirm-details')).toBeVisible();
  await expect(page).toHaveURL(/\/confirm$/);
});

test('where no Blob can be stored the photo is kept all the same, and one kept as a Blob is read', async ({
  page
}) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    const holdsBlob = (value: unknown): boolean =>
      value instanceof Blob ||
      (typeof value === 'object' &&
        value !== null &&
        !ArrayBuffer.isView(value) &&
        Object.values(value).some(holdsBlob));
    // As WebKit's private windows answer.
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      if (holdsBlob(given[0]) && !('blobs' in window))
        throw new DOMException('Error preparing Blob/File data to be stored', 'UnknownError');
      return put.apply(this, given);
    };
  });
  await toCheck(page);
  await expect(told(page, 'off')).toBeHidden();
  await page.reload();
  await expect(page.getByTestId('finished-photo')).toBeVisible();

  // As an earlier version kept it.
  const kept = (change: boolean) =>
    page.evaluate(async (asBlob) => {
      Object.assign(window, { blobs: true });
      const asked = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const db = await asked(indexedDB.open('gradframe'));
      const store = db.transaction('draft', 'readwrite').objectStore('draft');
      const draft = (await asked(store.get('current'))) as {
        shot: { before: Uint8Array<ArrayBuffer> | Blob };
      };
      if (asBlob) {
        draft.shot.before = new Blob([draft.shot.before as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' });
        await asked(store.put(draft, 'current'));
      }
      db.close();
      return draft.shot.before.constructor.name;
    }, change);
  expect(await kept(true)).toBe('Blob');
  await page.reload();
  await expect(page.getByTestId('finished-photo')).toBeVisible();
  await expect.poll(() => kept(false)).toBe('Uint8Array');
});
