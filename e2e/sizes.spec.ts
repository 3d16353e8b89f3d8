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

/** What reaches beyond the screen's side, innermost parts; nothing where the page is not wider than its screen. */
const over = (page: Page) =>
  page.evaluate(() => {
    const wide = (one: Element) => one.getBoundingClientRect().right > window.innerWidth + 1;
    const hidden = (one: Element) => one.closest('.visually-hidden, .cards, .skip, [hidden]') !== null;
    const parts = [...document.querySelectorAll('body *')].filter(
      (one) => wide(one) && !hidden(one) && ![...one.children].some(wide)
    );
    const page = document.documentElement.scrollWidth - window.innerWidth;
    return [
      ...parts.map((one) => one.outerHTML.slice(0, 160)),
      ...(page > 0 ? [`the page by ${page} px`] : [])
    ];
  });

for (const locale of ['en', 'zh-CN'])
  test(`every page of the student fits small screens and large letters, in ${locale}`, async ({
    browser,
    baseURL
  }) => {
    const context = await browser.newContext({ locale, baseURL: baseURL!, serviceWorkers: 'block' });
    const page = await context.newPage();
    const wide: string[] = [];
    const fits = async (step: string) => {
      for (const { name, width, height, font } of sizes) {
        await page.setViewportSize({ width, height });
        // As the browser's own setting does it: the root's size is a share of it.
        await page.evaluate(
          (size) => document.documentElement.style.setProperty('font-size', size),
          `${1.125 * font}px`
        );
        for (const part of await over(page)) wide.push(`${step}, ${name}: ${part}`);
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
    expect(wide).toEqual([]);
    await context.close();
  });
