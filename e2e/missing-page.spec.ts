/** A page's code does not come: the page is opened anew once at most, then says why, and loses nothing. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { open, toRegister, typeDetails } from '../scripts/lib/journey';

/** The guide's code, which no page before it needs, does not come. */
async function withoutPages(page: Page, answer: 'status 404' | 'nothing') {
  await page.route('**/_app/immutable/nodes/*.js', (route) =>
    answer === 'nothing' ? route.abort('internetdisconnected') : route.fulfill({ status: 404, body: '' })
  );
}

/** How often the page is opened from now on. */
function openings(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) count++;
  });
  return () => count;
}

const toGuide = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('a[href="/guide"]')!.click());

test('a newer version: opened anew once, not for ever, and told', async ({ page }) => {
  await open(page, '/');
  const count = openings(page);
  // In each language: the texts do not come either.
  const again = page.getByRole('button', { name: '重新打开' });
  await withoutPages(page, 'status 404');
  await page.route('**/_app/version.json', (route) => route.fulfill({ json: { version: 'newer' } }));
  await toGuide(page);
  // Its first opening gives the old page again, as a cache on the way may.
  await expect(again).toBeVisible();
  await expect.poll(count).toBe(1);
  await again.click();
  await expect.poll(count).toBe(2);
  await expect(again).toBeVisible();
  expect(count()).toBe(2);
  await page.unroute('**/_app/immutable/nodes/*.js');
  await again.click();
  await expect(page).toHaveURL(/\/guide$/);
  await expect(page.locator('[data-hydrated]')).toBeAttached();
});

test('no network: told as that, not opened anew, and what was done is there afterwards', async ({ page }) => {
  await toRegister(page, 'upload');
  await typeDetails(page);
  const count = openings(page);
  await withoutPages(page, 'nothing');
  await page.route('**/api/v1/health/live', (route) => route.abort('internetdisconnected'));
  await page.route('**/_app/version.json', (route) => route.abort('internetdisconnected'));
  await page.getByTestId('confirm-details').click();
  await expect(page.getByTestId('error-id')).toBeVisible();
  await expect(page.getByRole('heading', { name: '现在没有网络' })).toBeVisible();
  expect(count()).toBe(0);
  await page.unrouteAll();
  await page.getByTestId('reload').click();
  await expect(page).toHaveURL(/\/instructions$/);
  await expect(page.getByTestId('open-camera')).toBeVisible();
});

test('a page that is slow to come: a word meanwhile', async ({ page }) => {
  await open(page, '/');
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await page.route('**/_app/immutable/nodes/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await toGuide(page);
  await expect(page.getByTestId('going')).toBeVisible();
  goOn();
  await expect(page).toHaveURL(/\/guide$/);
  await expect(page.getByTestId('going')).toBeHidden();
});

test('the product’s first script does not come: no blank page, but a word and a way on', async ({ page }) => {
  await page.route('**/_app/immutable/entry/start*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/');
  await expect(page.getByText('页面还在打开')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button').click();
  await expect(page.getByTestId('start-code')).toBeVisible();
  await expect(page.getByText('页面还在打开')).toBeHidden();
});
