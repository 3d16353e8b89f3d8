/** The console's ways in beside the password: the unit's single sign-on at a real provider, and passkeys. */
import { expect, test as base, type Page } from '@playwright/test';
import { freePort, startServer } from '../scripts/lib/server.mjs';
import { campusOidc } from '../src/lib/server/testing/campus';
import { open } from '../scripts/lib/journey';
import { look } from './look';
import { createStaff, password } from './staff';
import { addAuthenticator } from './authenticator';

/** A server of a unit with single sign-on, and one account that is known there as T-1001. */
const test = base.extend<object, { unit: { url: string } }>({
  unit: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const port = await freePort();
      const oidc = await campusOidc(`http://localhost:${port}/review/sign-in/sso/callback`);
      const server = await startServer({
        port,
        env: {
          GRADFRAME_STAFF_OIDC_ISSUER: oidc.url,
          GRADFRAME_STAFF_OIDC_CLIENT: 'gradframe',
          GRADFRAME_STAFF_OIDC_SECRET: 'secret',
          GRADFRAME_ADMIN_PASSKEYS: 'on'
        }
      });
      await createStaff('anna', 'reviewer', { data: server.data, identity: 'T-1001' });
      await createStaff('root', 'admin', { data: server.data });
      await use(server);
      await server.stop();
      oidc.stop();
    },
    { scope: 'worker' }
  ],
  baseURL: async ({ unit }, use) => use(unit.url)
});

/** The sign-in page → the unit's own page → back. */
async function signInAs(page: Page, user: string | null): Promise<void> {
  await page.getByTestId('sso').click();
  await page.locator('input[name=user]').fill(user ?? '');
  await page.getByRole('button', { name: user === null ? 'Cancel' : 'Sign in' }).click();
}

test('staff come in by the unit’s sign-on, strangers and broken tries do not', async ({ page, browser }) => {
  await open(page, '/review/sign-in');
  for (const user of [null, 'T-2002']) {
    await signInAs(page, user);
    await expect(page.locator('[data-code="staff.sso"]')).toBeVisible();
    await look(page, `review-sso-${user ?? 'cancelled'}`);
    await page.goto('/review/desk');
    await expect(page).toHaveURL(/\/review\/sign-in$/);
    await page.context().clearCookies();
    await open(page, '/review/sign-in');
  }

  await signInAs(page, 'T-1001');
  await expect(page).toHaveURL(/\/review$/);
  await expect(page.getByTestId('sign-out')).toBeVisible();
  expect(page.url()).not.toMatch(/code|state|T-1001/);
  // A reviewer there is a reviewer here.
  await expect(page.getByRole('link', { name: '账号' })).toHaveCount(0);
  await page.getByTestId('sign-out').click();
  await expect(page).toHaveURL(/\/review\/sign-in$/);

  // An answer of the provider that this browser never asked for opens nothing.
  const other = await (await browser.newContext()).newPage();
  await other.goto('/review/sign-in/sso/callback?code=x&state=y');
  await expect(other.locator('[data-code="staff.sso"]')).toBeVisible();
  await other.context().close();
});

test('an admin adds the passkey that the unit asks for, and comes in by it', async ({ page }) => {
  await addAuthenticator(page);
  await open(page, '/review/sign-in');
  await page.locator('input[name=name]').fill('root');
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=password]').press('Enter');
  await expect(page).toHaveURL(/\/review\/account$/);
  await expect(page.locator('[data-code="passkey.needAdd"]')).toBeVisible();
  await look(page, 'review-account-add');
  // Nothing else is open: no page, no request.
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await open(page, '/review/staff');
  await expect(page).toHaveURL(/\/review\/account$/);
  expect((await page.request.get('/api/v1/staff/accounts')).status()).toBe(403);

  const label = page.locator('input[name=label]');
  await label.fill('办公室电脑');
  await label.press('Enter');
  await expect(page.locator('[data-code="passkey.added"]')).toBeVisible();
  await expect(page.getByTestId('passkey')).toContainText('办公室电脑');
  // An admin keeps the last.
  await expect(page.getByTestId('remove-passkey')).toBeDisabled();
  await page.getByTestId('rename-passkey').click();
  await page.locator('input[name=renamed]').fill('图书馆');
  await page.locator('input[name=renamed]').press('Enter');
  await expect(page.getByTestId('passkey')).toContainText('图书馆');
  await look(page, 'review-account');
  // The same device makes no second one.
  await label.fill('again');
  await label.press('Enter');
  await expect(page.locator('[data-code="staff.passkey"]')).toBeVisible();

  await page.getByTestId('sign-out').click();
  await page.getByTestId('use-passkey').click();
  await expect(page).toHaveURL(/\/review$/);
  await page.getByRole('link', { name: '账号' }).click();
  await expect(page.locator('[data-name=root]')).toContainText('通行密钥：1');
  await page.getByRole('link', { name: '日志' }).click();
  for (const act of ['passkey.added', 'passkey.renamed', 'session.began'])
    await expect(page.locator(`[data-act="${act}"]`).first()).toBeVisible();

  // A password that somebody learned: asked for the passkey, which opens the rest.
  await page.getByTestId('sign-out').click();
  await page.locator('input[name=name]').fill('root');
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=password]').press('Enter');
  await expect(page.locator('input[name=label]')).toHaveCount(0);
  await page.getByTestId('show-passkey').click();
  await expect(page).toHaveURL(/\/review$/);
});
