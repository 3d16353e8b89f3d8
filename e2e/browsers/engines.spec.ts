/** The same core in another engine. */
import { chromium, expect } from '@playwright/test';
import { alike, difference } from '../../scripts/engines/compare';
import { finishAll, type Made } from '../../scripts/engines/finish';
import { pictures } from '../../scripts/engines/pictures';
import { browserArgs, findBrowser } from '../../scripts/lib/browser.mjs';
import type { GivenFile } from '../../scripts/lib/journey-page';
import { open } from '../../scripts/lib/journey';
import { test } from './fixtures';
import { photoMs } from './steps';

async function inChromium(baseURL: string, files: readonly GivenFile[]): Promise<Made[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs });
  const page = await browser.newPage({ baseURL, serviceWorkers: 'block' });
  return finishAll(page, files).finally(() => browser.close());
}

// WebKit's optimiser takes hold from the third photo of a worker on. All twenty pictures: `npm run engines`.
test('photos of one worker are those that Chromium makes, to the last; the self-test passes a sweep', async ({
  page,
  front
}) => {
  const files = await pictures(2);
  const turns = [0, 1, 0, 0];
  const made = await finishAll(
    page,
    turns.map((index) => files[index]!)
  );
  const expected = await inChromium(front.url, files);
  for (const [turn, index] of turns.entries()) {
    const one = made[turn]!;
    expect(one.jpeg?.equals(made[index]!.jpeg!), `${files[index]!.name}, ${turn}`).toBe(true);
    if (turns.indexOf(index) !== turn) continue;
    const found = await difference(expected[index]!, one);
    expect(alike(found), `${files[index]!.name}: ${JSON.stringify(found)}`).toBe(true);
  }

  await open(page, '/selftest');
  await page.locator('[data-sweep=fringe] button').click();
  await page.locator('[data-sweep=fringe][data-outcome=pass]').waitFor({ timeout: photoMs });
});
