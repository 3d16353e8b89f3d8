import { open } from '../../scripts/lib/journey';
import { test } from './fixtures';
import { photoMs } from './steps';

test('the self-test passes a sweep', async ({ page }) => {
  await open(page, '/selftest');
  await page.locator('[data-sweep=fringe] button').click();
  await page.locator('[data-sweep=fringe][data-outcome=pass]').waitFor({ timeout: photoMs });
});
