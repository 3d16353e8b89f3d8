import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startServer } from '../scripts/lib/server.mjs';
import { sampleCampaign } from '../src/lib/server/policy/sample';
import { expect, test as base } from './fixtures';
import { open, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { look } from './look';
import { sitterJpeg } from './pictures';

/** A server whose campaign asks for a fee before the photo is sent. */
const test = base.extend<object, { asking: { url: string } }>({
  asking: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'gradframe-asking-'));
      const file = join(folder, 'campaigns.json');
      const payment = { required: true, amountFen: 1500, when: 'beforeSubmit' };
      await writeFile(file, JSON.stringify([{ ...sampleCampaign, payment }]));
      const server = await startServer({
        env: { GRADFRAME_CAMPAIGNS: file, GRADFRAME_PAYMENT_SANDBOX: 'on' }
      });
      await use(server);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' }
  ],
  baseURL: async ({ asking }, use) => use(asking.url)
});

/** Home … payment, with a finished photo that was checked. */
async function toPayment(page: Page) {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  const buffer = await sitterJpeg();
  await page.getByTestId('upload-photo').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByTestId('use-photo').click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/payment$/);
}

test('shot and checked first, then paid, once: also when the notice of the payment is lost', async ({
  page,
  browser,
  watch,
  baseURL
}) => {
  await toPayment(page);
  await expect(page.getByTestId('payment-amount')).toHaveText(/15\.00/);
  await page.getByTestId('way-voucher').check();
  await page.locator('input[name=voucher]').fill('WRONG');
  await page.getByTestId('pay').click();
  await expect(page.locator('[data-code="payment.voucher"]')).toBeVisible();
  await look(page, 'payment-voucher');
  // The flow lets nobody past.
  await open(page, '/submit');
  await expect(page).toHaveURL(/\/payment$/);

  // Without a network: what to do, and nothing lost.
  await page.getByTestId('way-sandbox').check();
  await page.context().setOffline(true);
  await page.getByTestId('pay').click();
  await expect(page.locator('[data-code=unreachable]')).toBeVisible();
  await page.context().setOffline(false);
  await page.getByTestId('pay').click();
  await expect(page).toHaveURL(/\/payment\/sandbox/);
  await look(page, 'payment-sandbox');

  // Back without having paid: the order is still open; then paid, but the provider's notice never comes.
  await page.getByTestId('sandbox-decline').click();
  await expect(page.getByTestId('payment-pending')).toBeVisible();
  await look(page, 'payment-pending');
  await page.getByTestId('payment-again').click();
  await page.getByTestId('sandbox-lost').click();
  await expect(page.locator('[data-code="payment.paid"]')).toBeVisible({ timeout: 30_000 });
  await look(page, 'payment-paid');
  await page.reload();
  await page.getByTestId('payment-next').click();
  await expect(page).toHaveURL(/\/submit$/);
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  // A request that the test itself has cut off is told in the console.
  watch.errors.splice(0);

  // Somebody who types the same number on another device is not told that it is paid; what they pay goes back.
  const other = await browser.newContext({
    baseURL: baseURL!,
    locale: 'en',
    viewport: { width: 1280, height: 800 }
  });
  const second = await other.newPage();
  await toPayment(second);
  await look(second, 'payment-choose-en');
  await second.getByTestId('way-sandbox').check();
  await second.getByTestId('pay').click();
  await second.getByTestId('sandbox-pay').click();
  await expect(second.locator('[data-code="payment.paid"]')).toBeVisible({ timeout: 30_000 });
  await other.close();
});
