/** Small screens, screens on their side and large letters: nothing reaches beyond the screen's side. */
import type { Page } from '@playwright/test';
import { agree, open, toSubmit, typeDetails } from '../scripts/lib/journey';
import { expect, test } from './fixtures';
import { sitterJpeg } from './pictures';

const sizes = [
  { name: '320 px wide', width: 320, height: 568, font: 16 },
  { name: 'on its side', width: 844, height: 390, font: 16 },
  { name: 'letters of 200 %', width: 390, height: 844, font: 32 },
  { name: 'letters of 200 % on 320 px', width: 320, height: 568, font: 32 }
];

/** How far the page, and each field and button on it, reaches beyond the screen. */
const over = (page: Page) =>
  page.evaluate(() => {
    const page = document.documentElement.scrollWidth - window.innerWidth;
    const parts = [
      ...document.querySelectorAll('main :is(input, button, a, select, summary, label, img)')
    ].filter(
      (one) =>
        !one.closest('.visually-hidden, .cards') && one.getBoundingClientRect().right > window.innerWidth + 1
    );
    return { page: Math.max(0, page), parts: parts.map((one) => one.outerHTML.slice(0, 120)) };
  });

for (const locale of ['en', 'zh-CN'])
  test(`every page of the student fits small screens and large letters, in ${locale}`, async ({
    browser,
    baseURL
  }) => {
    const context = await browser.newContext({ locale, baseURL: baseURL!, serviceWorkers: 'block' });
    const page = await context.newPage();
    const fits = async (step: string) => {
      for (const { name, width, height, font } of sizes) {
        await page.setViewportSize({ width, height });
        // As the browser's own setting does it: the root's size is a share of it.
        await page.addStyleTag({ content: `:root { font-size: ${1.125 * font}px !important }` });
        await expect.poll(() => over(page), { message: `${step}, ${name}` }).toEqual({ page: 0, parts: [] });
      }
      await page.setViewportSize({ width: 390, height: 844 });
    };
    for (const path of ['/', '/guide', '/campaign', '/account', '/progress', '/nowhere', '/kiosk']) {
      await page.goto(path);
      await expect(page.locator('[data-hydrated]')).toBeAttached();
      await fits(path);
    }
    await open(page, '/');
    await page.getByTestId('start-code').click();
    await page.getByTestId('agree').click();
    await fits('notice with errors');
    await agree(page);
    await expect(page).toHaveURL(/\/register$/);
    await fits('register without a camera');
    await page.getByTestId('type-details').click();
    await page.locator('input[name=studentNumber]').press('Enter');
    await fits('details with errors');
    await typeDetails(page);
    await fits('confirm');
    await page.getByTestId('confirm-details').click();
    await expect(page).toHaveURL(/\/instructions$/);
    await fits('instructions');
    await page.getByTestId('open-camera').click();
    await expect(page).toHaveURL(/\/capture$/);
    await fits('capture without a camera');
    await open(page, '/my-data');
    await fits('my data');
    await page.getByTestId('withdraw-consent').click();
    await page.getByTestId('withdraw-consent-yes').click();
    await toSubmit(page, await sitterJpeg());
    await fits('submit');
    await page.getByTestId('back').click();
    await expect(page.getByTestId('finished-photo')).toBeVisible();
    await page.getByTestId('figures').click();
    await fits('check');
    await page.getByTestId('use-photo').click();
    await page.getByTestId('confirm-box').check();
    await page.getByTestId('submit-photo').click();
    await expect(page.getByTestId('receipt-card')).toBeVisible();
    await fits('status');
    await context.close();
  });
