import sharp from 'sharp';
import { drawCode } from '../scripts/codes/draw';
import { seal } from '../src/lib/server/codes/envelope';
import { expect, test } from './fixtures';
import { agree, open, student, studentCode, toRegister } from './journey';

const codeKey = () => Buffer.from(process.env.E2E_CODE_KEY!, 'base64');

/**
 * A code on a table, seen by a hand that moves: turned, smaller and larger, in and out of the picture. `hidden`: less
 * than half of it to be seen, on a table of another colour.
 */
async function movingCode(text: string): Promise<{ hidden: Buffer; moving: Buffer[] }> {
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
    return sharp({ create: { width: 1280, height: 960, channels: 3, background: i ? '#6f7880' : '#80786f' } })
      .composite([{ input: await visible.toBuffer(), left: Math.max(0, left), top: 20 }])
      .jpeg({ quality: 88 })
      .toBuffer();
  });
  const [hidden, ...moving] = await Promise.all(frames);
  return { hidden: hidden!, moving };
}

test.use({ serviceWorkers: 'allow' });

test.describe('live', () => {
  // A clock on a machine that other work may hold up: one of three scans has to be in time.
  test.describe.configure({ retries: 2 });

  test('a moving code is read, within two seconds of being whole in the picture', async ({
    page,
    camera
  }) => {
    const { hidden, moving } = await movingCode(studentCode);
    // As slow as a hand: from one edge to the other in more than a second.
    const slowly = moving.flatMap((frame) => [frame, frame, frame]);
    await camera.show(Buffer.concat([...Array.from({ length: 60 }, () => hidden), ...slowly, ...slowly]));
    // The page's own clock: from the first picture on the other table to the next step.
    await page.addInitScript(() => {
      const look = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
      let whole: number | null = null;
      const timer = setInterval(() => {
        const video = document.querySelector('video');
        if (location.pathname === '/confirm') {
          clearInterval(timer);
          document.documentElement.dataset.readAfter = String(whole && performance.now() - whole);
        } else if (video?.videoWidth && whole === null) {
          look.drawImage(video, -video.videoWidth + 8, -video.videoHeight + 8);
          const [red, , blue] = look.getImageData(0, 0, 1, 1).data;
          if (blue! > red!) whole = performance.now();
        }
      }, 20);
    });
    await toRegister(page);
    await expect(page).toHaveURL(/\/confirm$/, { timeout: 30_000 });
    await expect(page.getByText(student.name)).toBeVisible();
    const readAfter = Number(await page.locator('html').getAttribute('data-read-after'));
    expect(readAfter).toBeGreaterThan(0);
    expect(readAfter).toBeLessThan(2000);
  });
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
  await agree(page);
  await expect(page).toHaveURL(/\/confirm$/);
  await expect(page.getByText(student.name)).toBeVisible();
  // The picture went no further than the service worker.
  const sent = watch.requests.filter(
    (request) => request.method() === 'POST' && request.serviceWorker() !== null
  );
  expect(sent).toEqual([]);
});
