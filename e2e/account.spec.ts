import type { Browser, Page } from '@playwright/test';
import { freePort, startServer } from '../scripts/lib/server.mjs';
import { campusCas, campusOidc } from '../src/lib/server/testing/campus';
import { expect, test as base } from './fixtures';
import { addAuthenticator } from './authenticator';
import { open, toSubmit } from '../scripts/lib/journey';
import { look } from './look';
import { sitterJpeg } from './pictures';

/** A server at a campus with OpenID Connect and CAS. */
const test = base.extend<object, { campus: { url: string } }>({
  campus: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const port = await freePort();
      const oidc = await campusOidc(`http://localhost:${port}/sign-in/oidc/callback`);
      const cas = await campusCas();
      const server = await startServer({
        port,
        env: {
          GRADFRAME_OIDC_ISSUER: oidc.url,
          GRADFRAME_OIDC_CLIENT: 'gradframe',
          GRADFRAME_OIDC_SECRET: 'secret',
          GRADFRAME_CAS: cas.url
        }
      });
      await use(server);
      await server.stop();
      oidc.stop();
      cas.stop();
    },
    { scope: 'worker' }
  ],
  baseURL: async ({ campus }, use) => use(campus.url)
});

/** Another device of the student's. */
async function device(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    baseURL,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 }
  });
  return context.newPage();
}

/** /account → the campus's own page → back. */
async function signInAt(page: Page, provider: 'oidc' | 'cas', user: string | null): Promise<void> {
  await open(page, '/account');
  await page.getByTestId(`sign-in-${provider}`).click();
  // Whoever is signed in already is asked whose account that is.
  if (await page.getByTestId('signed-in').isVisible()) await page.getByTestId('join').click();
  await page.locator('input[name=user]').fill(user ?? '');
  await page.getByRole('button', { name: user === null ? 'Cancel' : 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account#/);
  await expect(page.locator('[data-hydrated]')).toBeAttached();
}

test('a registration is found again on another device, by the campus’s sign-in and by a passkey', async ({
  page,
  browser,
  baseURL
}) => {
  await toSubmit(page, await sitterJpeg());
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');

  await open(page, '/account');
  await expect(page.getByTestId('bind')).toBeVisible();
  await look(page, 'account-bind');
  await page.getByTestId('bind').click();
  await expect(page.getByTestId('bound')).toBeVisible();
  await expect(page.getByTestId('account-submission')).toHaveAttribute('data-state', 'received');
  await look(page, 'account-bound');

  await signInAt(page, 'oidc', 'anna');
  await signInAt(page, 'cas', 'anna');
  for (const kind of ['oidc', 'cas']) await expect(page.getByTestId(`factor-${kind}`)).toBeVisible();
  const first = await addAuthenticator(page);
  await page.getByTestId('make-passkey').click();
  await expect(page.getByTestId('make-passkey')).toBeHidden();
  const { credentials } = await first.cdp.send('WebAuthn.getCredentials', first);
  expect(credentials).toHaveLength(1);

  for (const provider of ['oidc', 'cas'] as const) {
    const other = await device(browser, baseURL);
    await signInAt(other, provider, null);
    await expect(other.locator('[data-code="signin.cancelled"]')).toBeVisible();
    await expect(other.getByTestId('signed-in')).toBeHidden();
    await signInAt(other, provider, 'bert');
    await expect(other.getByTestId('signed-in')).toBeVisible();
    await expect(other.getByTestId('bound')).toBeHidden();
    await other.getByTestId('sign-out').click();
    await expect(other.getByTestId('signed-in')).toBeHidden();
    await other.context().clearCookies();
    await signInAt(other, provider, 'anna');
    await expect(other.getByTestId('account-submission')).toHaveAttribute('data-state', 'received');
    expect(other.url()).not.toMatch(/code|state|ticket|anna/);
    await other.context().close();
  }

  // The passkey is on the student's other device too, as their devices keep them in step.
  const other = await device(browser, baseURL);
  await open(other, '/account');
  const second = await addAuthenticator(other);
  await other.getByTestId('use-passkey').click();
  await expect(other.locator('[data-code="account.passkey"]')).toBeVisible();
  await expect(other.getByTestId('signed-in')).toBeHidden();
  await look(other, 'account-passkey-failed');
  await second.cdp.send('WebAuthn.addCredential', {
    authenticatorId: second.authenticatorId,
    credential: credentials[0]!
  });
  await other.getByTestId('use-passkey').click();
  await expect(other.getByTestId('account-submission')).toHaveAttribute('data-state', 'received');

  // Signed out everywhere is signed out here and there; what this device itself keeps stays.
  await other.getByTestId('sign-out-all').click();
  await expect(other.getByTestId('signed-in')).toBeHidden();
  await page.reload();
  await expect(page.getByTestId('use-passkey')).toBeVisible();
  await expect(page.getByTestId('signed-in')).toBeHidden();
  await other.context().close();
});

test('a sign-in that leads nowhere: told so, with the other ways still there', async ({ page, campus }) => {
  await open(page, '/sign-in/cas/callback?ticket=ST-1');
  await expect(page.locator('[data-code="signin.expired"]')).toBeVisible();
  expect(campus.url).toBe(new URL(page.url()).origin);
  await open(page, '/sign-in/wechat');
  await expect(page.locator('[data-code="signin.failed"]')).toBeVisible();
  await expect(page.getByTestId('sign-in-oidc')).toBeVisible();
});
