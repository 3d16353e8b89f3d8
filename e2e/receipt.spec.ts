import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { open, student, toSubmit } from '../scripts/lib/journey';
import { expect, test } from './fixtures';
import { accessible, lookBoth } from './look';
import { sitterJpeg } from './pictures';

test('the receipt opens the status on any device, and only together with its student number', async ({
  page,
  browser,
  watch
}) => {
  await toSubmit(page, await sitterJpeg());
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  const card = page.getByTestId('receipt-card');
  await expect(card).toContainText('林*');
  await expect(card).not.toContainText(student.studentNumber);
  const receipt = await page.getByTestId('receipt-number').innerText();
  expect(receipt).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await page.getByTestId('print').locator('summary').click();
  await page.getByTestId('print-size').selectOption('one');
  await page.getByTestId('print-paper').selectOption('five');
  await lookBoth(page, 'status-print');
  for (const type of ['pdf', 'jpg'] as const) {
    const printed = page.waitForEvent('download');
    await page.getByTestId(`print-${type}`).click();
    const bytes = await readFile(await (await printed).path());
    if (type === 'pdf') expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.4');
    // 89 × 127 mm at 300 dpi.
    else expect(await sharp(bytes).metadata()).toMatchObject({ width: 1051, height: 1500, density: 300 });
  }
  const saving = page.waitForEvent('download');
  await page.getByTestId('receipt-save').click();
  expect((await saving).suggestedFilename()).toBe(`receipt-${receipt}.png`);
  await accessible(page);

  const other = await browser.newPage({ locale: 'zh-CN', serviceWorkers: 'block' });
  await open(other, '/');
  await other.getByTestId('progress').click();
  const look = async (number: string, typed: string) => {
    await other.locator('input[name=number]').fill(number);
    await other.locator('input[name=receipt]').fill(typed);
    await other.getByTestId('progress-find').click();
  };
  await look(student.studentNumber, 'seven');
  await expect(other.locator('input[name=receipt]')).toBeFocused();
  await expect(other).toHaveTitle(/^有误（1）/);
  await look('2022310002', receipt);
  await expect(other.locator('[data-code="submission.unknown"]')).toBeVisible();
  await accessible(other);
  await look(student.studentNumber, receipt.toLowerCase().replace('-', ' '));
  await expect(other.getByTestId('progress-state')).toHaveAttribute('data-state', 'received');
  expect(new URL(other.url()).search).toBe('');
  await other.close();
  expect(watch.errors).toEqual([]);
});
