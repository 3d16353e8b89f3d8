import webpush from 'web-push';
import { startServer } from '../scripts/lib/server.mjs';
import type { PushPayload } from '../src/lib/api/contracts/messages';
import { expect, test as base } from './fixtures';
import { open, toSubmit } from '../scripts/lib/journey';
import { accessible } from './look';
import { sitterJpeg } from './pictures';

/** A server that may send push messages and e-mail. */
const test = base.extend<object, { telling: { url: string } }>({
  telling: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const { publicKey, privateKey } = webpush.generateVAPIDKeys();
      const server = await startServer({
        env: {
          GRADFRAME_VAPID_PUBLIC: publicKey,
          GRADFRAME_VAPID_PRIVATE: privateKey,
          GRADFRAME_VAPID_SUBJECT: 'mailto:office@example.edu.cn',
          GRADFRAME_SMTP: 'smtp://127.0.0.1:9',
          GRADFRAME_MAIL_FROM: 'office@example.edu.cn'
        }
      });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' }
  ],
  baseURL: async ({ telling }, use) => use(telling.url)
});

test.use({ serviceWorkers: 'allow', whole: true });

test('the outcome: asked for on the submit page only, arranged once, shown by the service worker', async ({
  page,
  context,
  watch,
  baseURL
}) => {
  await toSubmit(page, await sitterJpeg());
  await expect(page.getByTestId('notify')).toBeVisible();
  expect(await page.evaluate(() => Notification.permission)).not.toBe('granted');
  if (process.env.SHOTS)
    await page.screenshot({ path: `${process.env.SHOTS}/messages-submit.png`, fullPage: true });
  await accessible(page);

  await page.getByTestId('confirm-box').check();
  await page.locator('input[name=email]').fill('not an address');
  await page.getByTestId('submit-photo').click();
  await expect(page.locator('input[name=email]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/\/submit$/);
  await page.locator('input[name=email]').fill('student@example.org');
  const arranged = page.waitForResponse(
    (response) => response.url().endsWith('/messages') && response.status() === 204
  );
  await page.getByTestId('submit-photo').click();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  await arranged;
  await page.reload();
  await expect(page.getByTestId('status-state')).toHaveAttribute('data-state', 'received');
  const wishes = watch.requests.filter(
    (request) => request.method() === 'PUT' && request.url().endsWith('/messages')
  );
  expect(wishes).toHaveLength(1);

  // What a push service would deliver, handed to the browser twice.
  await context.grantPermissions(['notifications', 'camera']);
  const worker = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) =>
    worker.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const found = registrations.find(({ isDeleted }) => !isDeleted);
      if (found) resolve(found.registrationId);
    })
  );
  await worker.send('ServiceWorker.enable');
  const payload: PushPayload = {
    title: '审核通过',
    body: '林**：毕业照片审核通过，采集完成。',
    lang: 'zh-CN',
    tag: 'one',
    path: '/status'
  };
  const push = { origin: baseURL!, registrationId: await registered, data: JSON.stringify(payload) };
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
    });
  await worker.send('ServiceWorker.deliverPushMessage', push);
  await worker.send('ServiceWorker.deliverPushMessage', push);
  await expect.poll(shown).toEqual([{ title: payload.title, body: payload.body, tag: 'one' }]);

  await open(page, '/unsubscribe#none');
  await page.getByTestId('unsubscribe').click();
  await expect(page.locator('[data-code="unsubscribe.done"]')).toBeVisible();
});
