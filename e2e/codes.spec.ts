import { drawCode } from '../scripts/codes/draw';
import { movingCode } from '../scripts/codes/moving';
import { seal } from '../src/lib/server/codes/envelope';
import { expect, test } from './fixtures';
import { agree, open, student, studentCode, toRegister } from '../scripts/lib/journey';

const codeKey = () => Buffer.from(process.env.E2E_CODE_KEY!, 'base64');

test.use({ serviceWorkers: 'allow' });

test('a moving code is read', async ({ page, camera }) => {
  await camera.show(await movingCode(studentCode));
  await toRegister(page);
  await expect(page).toHaveURL(/\/confirm$/, { timeout: 30_000 });
  await expect(page.getByText(student.name)).toBeVisible();
});

test('an encrypted code: read by the endpoint, shown masked', async ({ page, watch }) => {
  const token = seal({ studentNumber: '2022310009', name: '周晓明' }, 'e2e', codeKey());
  await toRegister(page, 'upload');
  await page.getByTestId('scan').click();
  await page.getByTestId('upload-code').setInputFiles({
    name: 'code.png',
    mimeType: 'image/png',
    buffer: Buffer.from(await drawCode(token))
  });
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByText('周**')).toBeVisible();
  await expect(page.getByText('2022****09')).toBeVisible();
  await expect(page.getByText('周晓明')).toHaveCount(0);
  const asked = watch.requests.filter((request) => request.method() !== 'GET');
  expect(asked.map((request) => new URL(request.url()).pathname)).toEqual(['/api/v1/codes/resolve']);
});

test('a code picture shared from another app is read where the student registers', async ({
  page,
  watch
}) => {
  await open(page, '/');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // What the system does with the manifest's share target: a form sent to it as a navigation.
  const picture = Buffer.from(await drawCode(studentCode)).toString('base64');
  await page.evaluate((base64) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', name: 'picture' });
    const files = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    files.items.add(new File([bytes], 'code.png', { type: 'image/png' }));
    input.files = files.files;
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/share', enctype: 'multipart/form-data' });
    form.append(input);
    document.body.append(form);
    form.submit();
  }, picture);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByText('收到了分享来的图片')).toBeVisible();
  await page.getByTestId('start-code').click();
  await agree(page);
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByText(student.name)).toBeVisible();
  // The picture went no further than the service worker.
  const sent = watch.requests.filter(
    (request) => request.method() === 'POST' && request.serviceWorker() !== null
  );
  expect(sent).toEqual([]);
});
