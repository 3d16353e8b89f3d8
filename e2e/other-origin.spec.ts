import { expect, test } from './fixtures';

test('a page opened under an address that the server was not set up for: told at once, with the right one', async ({
  page,
  baseURL
}) => {
  await page.goto(baseURL!.replace('localhost', '127.0.0.1'));
  const told = page.getByRole('alert').locator('[data-code="origin.other"]');
  await expect(told).toContainText(baseURL!);
  await told.getByRole('link').click();
  await expect(page).toHaveURL(`${baseURL}/`);
  await expect(page.getByTestId('start-code')).toBeVisible();
  await expect(told).toBeHidden();
});
