/** The console's way in by the unit's single sign-on: a real provider, a real browser. */
import { expect, test as base, type Page } from '@playwright/test';
import { freePort, startServer } from '../scripts/lib/server.mjs';
import { campusOidc } from '../src/lib/server/testing/campus';
import { open } from '../scripts/lib/journey';
import { look } from './look';
import { createStaff } from './staff';

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
          GRADFRAME_STAFF_OIDC_SECRET: 'secret'
        }
      });
      await createStaff('anna', 'reviewer', { data: server.data, identity: 'T-1001' });
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
