import { expect, test } from './fixtures';
import { open } from '../scripts/lib/journey';
import { accessible } from './look';

test('the self-test draws sitters, measures them in this browser and shows the curve', async ({ page }) => {
  await open(page, '/selftest');
  const part = page.locator('[data-sweep=fringe]');
  await part.getByRole('button').click();
  await expect(part).toHaveAttribute('data-outcome', 'pass', { timeout: 60_000 });
  const plot = part.getByRole('img');
  await expect(plot).toHaveCount(1);
  expect(await plot.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await accessible(page);

  // What is under way can be called off.
  await page.getByTestId('selftest-all').click();
  await page.getByTestId('selftest-stop').click();
  await expect(page.getByTestId('selftest-all')).toBeEnabled();
});
