import { drawCode } from '../scripts/codes/draw';
import { expect, test } from './fixtures';
import { agree, open, studentCode } from '../scripts/lib/journey';
import { locales as all } from '../src/lib/i18n/locales';
import { kioskCommand } from './kiosk-command';
import { lookBoth } from './look';
import { codeFrameJpeg, sitterJpeg } from './pictures';

/** What turns this browser into a kiosk of the server's default campaign. */
const provisioning = (url: string): Promise<string> =>
  kioskCommand(
    { url, data: process.env.E2E_DATA! },
    'code',
    '--name',
    '大厅 1',
    '--idle',
    '8',
    '--countdown',
    '15'
  );

/** Pictures are wanted in every language; the checks need the one whose words are longest. */
const locales = process.env.SHOTS === undefined ? (['en'] as const) : all;

for (const locale of locales)
  test.describe(locale, () => {
    test.use({ locale });

    test('every page of the flow is accessible and fits the screen, on a phone and on a desktop', async ({
      page,
      camera,
      watch,
      baseURL
    }) => {
      const see = (step: string) => lookBoth(page, `${step}-${locale}`);
      await camera.show(await codeFrameJpeg(await drawCode('https://example.org/menu')));
      await open(page, '/');
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await see('1-home');
      await open(page, '/guide');
      await see('2-guide');
      await open(page, '/campaign');
      await see('2-campaign');
      await page.locator('input[name=campaign]').fill('default');
      await page.getByTestId('campaign-find').click();
      await expect(page.getByTestId('campaign-found')).toBeVisible();
      await see('2-campaign-found');
      await open(page, '/');
      await page.getByTestId('start-code').click();
      await expect(page).toHaveURL(/\/notice$/);
      await see('3-notice');
      await agree(page);
      await expect(page.getByRole('alert')).toBeVisible();
      await see('4-register-foreign');
      await page.getByTestId('type-details').click();
      await page.locator('input[name=studentNumber]').press('Enter');
      await see('5-register-typed');
      await page.getByTestId('upload-code').waitFor({ state: 'detached' });
      await open(page, '/register');
      await page.getByTestId('upload-code').setInputFiles({
        name: 'code.png',
        mimeType: 'image/png',
        buffer: Buffer.from(await drawCode(studentCode))
      });
      await expect(page).toHaveURL(/\/confirm$/);
      await see('6-confirm');
      await page.getByTestId('wrong-confirm.name').locator('summary').click();
      await see('6-confirm-help');
      await open(page, '/my-data');
      await see('6-my-data');
      await open(page, '/confirm');
      await page.getByTestId('confirm-details').click();
      await expect(page).toHaveURL(/\/instructions$/);
      await see('7-instructions');
      await camera.show(await sitterJpeg({ mouthOpen: 0.6 }));
      await page.getByTestId('open-camera').click();
      await expect(page.getByTestId('advice')).toHaveAttribute('data-verdict', 'fail', { timeout: 60_000 });
      await see('8-capture');
      await page.getByTestId('shutter').click();
      await expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });
      await see('9-check-fail');
      await camera.show(await sitterJpeg());
      await page.getByTestId('retake').click();
      await expect(page.getByTestId('finished-photo')).toBeVisible({ timeout: 60_000 });
      // The one that failed was not made, and costs nothing.
      await expect(page.getByTestId('tries')).toHaveAttribute('data-left', '2');
      await see('10-check-pass');
      await page.getByTestId('use-photo').click();
      await expect(page).toHaveURL(/\/submit$/);
      await see('11-submit');
      await page.getByTestId('confirm-box').check();
      await page.getByTestId('submit-photo').click();
      await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
      await see('12-status');

      await open(page, '/kiosk');
      await see('13-kiosk-set-up');
      await page.locator('input[name=code]').fill(await provisioning(baseURL!));
      await page.locator('input[name=pin]').fill('482913');
      // A kiosk begins with a page opened anew.
      const anew = page.waitForEvent('load');
      await page.getByTestId('turn-on').click();
      await anew;
      await expect(page.getByTestId('kiosk-start')).toBeVisible();
      await see('14-kiosk');
      await page.getByTestId('kiosk-start').click();
      await expect(page).toHaveURL(/\/notice$/);
      await see('15-kiosk-notice');
      await expect(page.getByTestId('still-there')).toBeVisible();
      await see('16-kiosk-countdown');
      await expect(page.getByTestId('kiosk-start')).toBeVisible({ timeout: 30_000 });
      await page.getByTestId('operator').click();
      await see('17-kiosk-pin');
      await page.locator('input[name=pin]').fill('482913');
      await page.getByTestId('unlock').click();
      await expect(page.getByTestId('count-left')).toHaveText('1');
      await see('18-kiosk-operator');
      expect(watch.errors).toEqual([]);
    });
  });
