/** The student's way in Firefox and WebKit: what stands at each step, also after a reload. */
import { expect } from '@playwright/test';
import { drawCode } from '../../scripts/codes/draw';
import { agree, open, student, studentCode, toRegister, typeDetails } from '../../scripts/lib/journey';
import { codeFrameJpeg } from '../pictures';
import { test } from './fixtures';

test('home, language, notice, code before the camera: kept over a reload at each step', async ({
  page,
  camera
}) => {
  await open(page, '/');
  await page.getByTestId('language').selectOption('zh-CN');
  await page.locator('html[lang="zh-CN"]').waitFor();
  await page.reload();
  await page.locator('html[lang="zh-CN"] [data-hydrated]').waitFor();

  await page.getByTestId('start-code').click();
  await page.waitForURL(/\/notice$/);
  await page.reload();
  await page.getByTestId('consent-face').check();
  await page.getByTestId('agree').click();
  await page.locator('[role=alert]').waitFor();
  await camera.show(await codeFrameJpeg(await drawCode(studentCode)));
  await agree(page);
  await page.waitForURL(/\/confirm$/, { timeout: 60_000 });
  expect(await page.locator('main').innerText()).toContain(student.institutionName);
  await page.reload();
  await page.getByTestId('confirm-details').click();
  await page.waitForURL(/\/instructions$/);
  await page.reload();
  await page.getByTestId('open-camera').waitFor();
  await page.goBack();
  await page.waitForURL(/\/confirm$/);
});

test('a code by picture file, typed details, my data, forgotten', async ({ page, front }) => {
  await toRegister(page);
  await page.getByTestId('upload-code').setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode(studentCode))
  });
  await page.waitForURL(/\/confirm$/, { timeout: 60_000 });
  await page.getByTestId('back').click();
  await page.waitForURL(/\/register$/);
  await typeDetails(page);
  await page.getByTestId('my-data').click();
  await page.getByTestId('withdraw-consent').click();
  await page.getByTestId('withdraw-yes').click();
  await page.locator('[data-code="mine.gone"]').waitFor();
  await open(page, '/register');
  await page.waitForURL(new RegExp(`^${front.url}/$`));
});
