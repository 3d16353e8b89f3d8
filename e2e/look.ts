/** What every page must be: readable by everyone, no wider than its screen, and pictured where that is wanted. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation that axe can find. @param rules which of its rules; all of them unless told */
export async function accessible(page: Page, name = 'the page', rules?: string[]): Promise<void> {
  // Our pages hold no frames, of which alone the results would have to be put together in a page of their own.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    name
  ).toEqual([]);
}

/** Nothing reaches beyond the screen's side; a picture is written when SHOTS names a folder. */
async function fits(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
}

export async function look(page: Page, name: string): Promise<void> {
  await fits(page, name);
  await accessible(page, name);
}

/**
 * The same page on a phone in light and on a desktop in dark; it is left so. In the dark only the colours are other
 * ones, and looked at again.
 */
export async function lookBoth(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, `${name}-phone`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await fits(page, `${name}-desktop`);
  await accessible(page, `${name}-desktop`, ['color-contrast']);
}
