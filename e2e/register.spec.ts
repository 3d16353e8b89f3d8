import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { drawCode } from '../scripts/codes/draw';
import { seal } from '../src/lib/server/codes/envelope';
import { expect, test } from './fixtures';
import { agree, open, student, studentCode, toRegister } from '../scripts/lib/journey';

const typedDetails = { name: student.name, studentNumber: student.studentNumber, source: 'typed' };

async function codeFile(text: string) {
  return { name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(await drawCode(text)) };
}

test('whoever declines is shown another way, and nothing is kept', async ({ page }) => {
  await open(page, '/');
  await page.getByTestId('start-code').click();
  await page.getByTestId('decline').click();
  await expect(page.getByRole('status').filter({ hasText: '采集点' })).toBeVisible();
  await open(page, '/register');
  await expect(page).toHaveURL(/\/notice$/);
  // One consent does not stand for the other.
  await page.getByTestId('consent-face').check();
  await page.getByTestId('agree').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page).toHaveURL(/\/notice$/);
  await agree(page);
  await expect(page).toHaveURL(/\/register$/);

  // The receipt can be seen, kept, and taken back.
  await page.getByTestId('my-data').click();
  await expect(page.getByTestId('receipt').locator('.item')).toHaveCount(2);
  const saving = page.waitForEvent('download');
  await page.getByTestId('save-receipt').click();
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('2026');
  await page.getByTestId('withdraw-consent').click();
  await page.getByTestId('withdraw-consent-yes').click();
  await expect(page.locator('[data-code="mine.gone"]')).toBeVisible();
  await open(page, '/register');
  await expect(page).toHaveURL(/\/$/);
});

test('links and reloads lead to where the student stands', async ({ page }) => {
  await open(page, '/submit');
  await expect(page).toHaveURL(/\/$/);
  await toRegister(page);
  await page.getByTestId('upload-code').setInputFiles(await codeFile(studentCode));
  await expect(page).toHaveURL(/\/confirm$/);
  await page.reload();
  await expect(page.getByText(student.name)).toBeVisible();
  await open(page, '/check');
  await expect(page).toHaveURL(/\/confirm$/);
  await page.getByTestId('back').click();
  await expect(page).toHaveURL(/\/register$/);
  await open(page, '/');
  await page.getByTestId('resume').click();
  await expect(page).toHaveURL(/\/confirm$/);
});

test('the language is changed in place and kept', async ({ page }) => {
  await toRegister(page);
  await page.getByTestId('type-details').click();
  await page.locator('input[name=name]').fill(student.name);
  await page.getByTestId('language').selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('en');
  await expect(page.locator('input[name=name]')).toHaveValue(student.name);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test.describe('by keyboard alone', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('from home to the confirmed details', async ({ page }) => {
    const go = async (testId: string, key = 'Enter') => {
      const target = page.getByTestId(testId);
      await expect(target).toBeVisible();
      for (let presses = 0; presses < 30; presses++) {
        if (await target.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press('Tab');
      }
      await expect(target).toBeFocused();
      await page.keyboard.press(key);
    };
    await open(page, '/');
    await go('start-code');
    await go('consent-sensitive', 'Space');
    await go('consent-face', 'Space');
    await go('agree');
    await go('type-details');
    // A wrong entry puts the focus where it has to be mended.
    await page.locator('input[name=name]').focus();
    await page.keyboard.type(student.name);
    await page.keyboard.press('Enter');
    await expect(page.locator('input[name=studentNumber]')).toBeFocused();
    await page.keyboard.type(student.studentNumber);
    await page.keyboard.press('Enter');
    await go('confirm-details');
    await expect(page).toHaveURL(/\/instructions$/);
  });
});

test('an encrypted code that nobody here can read goes along with typed details', async ({ page }) => {
  await toRegister(page);
  await page.getByTestId('upload-code').setInputFiles(await codeFile(seal(student, 'a1', randomBytes(32))));
  await page.locator('input[name=name]').fill(student.name);
  await page.locator('input[name=studentNumber]').fill(student.studentNumber);
  await page.locator('input[name=studentNumber]').press('Enter');
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByText('已读取（加密）')).toBeVisible();
});

test('what an earlier version kept is carried over, and consent to the new text is asked for', async ({
  page
}) => {
  await page.goto('/icon.svg');
  // As the first version wrote it: no items of consent, fewer fields.
  await page.evaluate(async (registration) => {
    const opening = indexedDB.open('gradframe', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('draft');
      const outbox = opening.result.createObjectStore('outbox', { autoIncrement: true });
      outbox.createIndex('id', 'id', { unique: true });
    };
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const store = opening.result.transaction('draft', 'readwrite').objectStore('draft');
    const consent = { version: '2026-11', at: '2026-11-01T08:00:00.000Z' };
    const writing = store.put({ mode: 'code', consent, registration, confirmed: true }, 'current');
    await new Promise((resolve) => (writing.onsuccess = resolve));
    opening.result.close();
  }, typedDetails);
  await open(page, '/instructions');
  await expect(page).toHaveURL(/\/notice$/);
  await open(page, '/my-data');
  await expect(page.getByTestId('receipt')).toContainText('2026-11');
  await open(page, '/notice');
  await agree(page);
  await expect(page).toHaveURL(/\/instructions$/);
});

test('a page that is too far ahead leads to the start, which says so', async ({ page }) => {
  await open(page, '/capture');
  await expect(page).toHaveURL((url) => url.pathname === '/');
  await expect(page.locator('[data-code="led"]')).toBeVisible();
});
