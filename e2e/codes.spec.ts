import sharp from 'sharp';
import { drawCode } from '../scripts/codes/draw';
import { seal } from '../src/lib/server/codes/envelope';
import { expect, test } from './fixtures';
import { open, student, studentCode, toRegister } from './journey';

const codeKey = () => Buffer.from(process.env.E2E_CODE_KEY!, 'base64');

/** A code on a table, seen by a hand that moves: turned, smaller and larger, in and out of the picture. */
async function movingCode(text: string): Promise<Buffer> {
  const code = await drawCode(text, { module: 8 });
  const frames = Array.from({ length: 12 }, async (_, i) => {
    const turned = await sharp(code)
      .resize(520 + 8 * i)
      .rotate(12 * Math.sin(i), { background: '#fff' })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = turned.info;
    // Comes in from the left edge and goes on to the right.
    const left = Math.round(-0.6 * width + (i / 11) * 1.1 * width);
    const visible = sharp(turned.data).extract({
      left: Math.max(0, -left),
      top: 0,
      width: Math.min(width, width + left, 1280 - Math.max(0, left)),
      height: Math.min(height, 900)
    });
    return sharp({ create: { width: 1280, height: 960, channels: 3, background: '#6f7880' } })
      .composite([{ input: await visible.toBuffer(), left: Math.max(0, left), top: 20 }])
      .jpeg({ quality: 88 })
      .toBuffer();
  });
  return Buffer.concat(await Promise.all(frames));
}

test('a moving code is read live', async ({ page, camera, watch }) => {
  await camera.show(await movingCode(studentCode));
  await toRegister(page);
  await expect(page).toHaveURL(/\/confirm$/, { timeout: 30_000 });
  await expect(page.getByText(student.name)).toBeVisible();
  expect(watch.errors).toEqual([]);
});

test('an encrypted code: read by the endpoint, shown masked', async ({ page, watch }) => {
  const token = seal({ studentNumber: '2022310009', name: '周晓明' }, 'e2e', codeKey());
  await toRegister(page, 'upload');
  await page.getByRole('button', { name: '打开摄像头扫描' }).click();
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
  await page.getByTestId('agree').click();
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByText(student.name)).toBeVisible();
  // The picture went no further than the service worker.
  const sent = watch.requests.filter(
    (request) => request.method() === 'POST' && request.serviceWorker() !== null
  );
  expect(sent).toEqual([]);
});
