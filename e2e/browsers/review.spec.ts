import { expect, request } from '@playwright/test';
import { handIn } from '../handed';
import { createStaff, signIn } from '../staff';
import { test } from './fixtures';

test('the desk by keyboard: sign in, queue, approve, undo, reject', async ({ page, front }) => {
  const student = await request.newContext({ baseURL: front.url });
  for (let index = 0; index < 2; index++) await handIn(student, front.url, index, '软件1班');
  await createStaff('anna', 'reviewer', { data: front.data });
  await signIn(page, 'anna');
  await expect.poll(() => page.getByTestId('row').count()).toBe(2);

  await page.getByTestId('start').click();
  const photo = page.getByTestId('photo');
  await photo.waitFor();
  const shown = () => photo.getAttribute('data-id');
  const first = await shown();
  await page.press('a');
  await page.locator('[data-testid=given][data-to=approved]').waitFor();
  await expect.poll(shown).not.toBe(first);
  await page.press('u');
  await expect.poll(shown).toBe(first);
  await page.press('a');
  await expect.poll(shown).not.toBe(first);
  await page.press('r');
  await page.getByTestId('reject-sure').waitFor();
  await page.press('2');
  await page.press('Enter');
  await page.locator('[data-testid=given][data-to=rejected]').waitFor();
  await page.getByTestId('photo').waitFor({ state: 'detached' });
  await student.dispose();
});
