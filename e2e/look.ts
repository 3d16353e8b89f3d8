/** What every page must be: readable by everyone, no wider than its screen, and pictured where that is wanted. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation that axe can find. */
export async function accessible(page: Page, name = 'the page'): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    name
  ).toEqual([]);
}

/** Nothing reaches beyond the screen's side; a picture is written when SHOTS names a folder. */
export async function fits(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, `${name} is wider than the screen`).toBeLessThanOrEqual(0);
}

export async function look(page: Page, name: string): Promise<void> {
  await fits(page, name);
  await accessible(page, name);
}

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

/** The same page on a phone and on a desktop; it is left at the desktop's size. */
export async function lookBoth(page: Page, name: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await fits(page, `${name}-${size}`);
  }
  await accessible(page, name);
}
