import { expect } from '@playwright/test';
import { drawCode } from '../../scripts/codes/draw';
import { agree, open, studentCode, toCapture } from '../../scripts/lib/journey';
import { kioskCommand } from '../kiosk-command';
import { codeFrameJpeg, sitterJpeg } from '../pictures';
import { sha256, storedPhotos } from '../stored';
import { test } from './fixtures';
import { handIn, keptPhoto, photoMs, ready } from './steps';

const pin = '482913';

test('a kiosk: set up, a student without a network, the sealed queue delivered', async ({
  page,
  camera,
  front
}) => {
  await open(page, '/kiosk');
  await page
    .locator('input[name=code]')
    .fill(await kioskCommand(front, 'code', '--name', '大厅', '--idle', '600'));
  await page.locator('input[name=pin]').fill(pin);
  await page.getByTestId('turn-on').click();
  await page.getByTestId('kiosk-start').waitFor();
  await ready(page);
  await front.goAway();

  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await page.getByTestId('kiosk-start').click();
  await agree(page);
  await page.waitForURL(/\/confirm$/, { timeout: photoMs });
  await camera.show(await sitterJpeg());
  await toCapture(page);
  await page.waitForURL(/\/check$/, { timeout: photoMs });
  // Nothing of a student is kept on a kiosk.
  expect(await keptPhoto(page)).toBeNull();
  await handIn(page);
  await page.getByTestId('kiosk-done').click();
  await page.getByTestId('kiosk-start').waitFor();

  await front.comeBack();
  await open(page, '/kiosk/operator');
  await page.locator('input[name=pin]').fill(pin);
  await page.getByTestId('unlock').click();
  await page.getByTestId('count-taken').waitFor();
  await expect
    .poll(async () => (await storedPhotos(front.data)).map(sha256), { timeout: 30_000 })
    .toHaveLength(1);
  await expect.poll(() => page.getByTestId('queue-waiting').innerText(), { timeout: 30_000 }).toBe('0');
});
