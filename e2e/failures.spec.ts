/**
 * The image core's workers die, throw, do not load or never answer: each is told as what it is, in the student's
 * language, nothing is lost, and the next try succeeds. The workers are the real ones; a test only puts a few lines
 * before a worker's script, or answers for one of its files.
 */
import type { Page } from '@playwright/test';
import { texts } from '../src/lib/i18n/locales/zh-CN';
import type { LogLine } from '../src/lib/log/debug-log';
import { expect, test } from './fixtures';
import { drawCode } from '../scripts/codes/draw';
import { open, studentCode, toCapture, toRegister, typeDetails } from '../scripts/lib/journey';
import { accessible } from './look';
import { sitterJpeg } from './pictures';

const stages = ['decode', 'landmarks', 'measure', 'matte', 'finish', 'encode', 'verify'] as const;
const faults = {
  /** Inside the recipe, as an engine's or our own error would be. */
  throws: "throw new TypeError('injected')",
  /** Outside of every call, as an engine's thread would. */
  crashes: "return void setTimeout(() => { throw new Error('injected') })",
  /** Nothing more is heard of it; the request tells the test that it is so far. */
  hangs: "const told = new XMLHttpRequest(); told.open('GET', '/hangs', false); told.send(); for (;;);"
};

/** Puts `before` before a worker's script; what it says may differ each time the script is fetched. */
async function beforeWorker(page: Page, worker: 'code' | 'face' | 'photo', before: () => string) {
  await page.route(`**/workers/${worker}.worker-*.js`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${before()}}\n${await response.text()}` });
  });
}

/** Lines after which a worker fails in each of these stages once, when it says that the stage begins. */
const failingAt = (at: readonly string[], fault: keyof typeof faults) => `
  const left = new Set(${JSON.stringify(at)});
  const post = self.postMessage.bind(self);
  self.postMessage = (message, ...more) => {
    const stage = message?.log?.began && message.log.stage;
    post(message, ...more);
    if (!left.delete(stage)) return;
    ${faults[fault]};
  };`;

/** The words of the student's language for a code. */
const told = (page: Page, code: 'core.bug' | 'worker.dead' | 'model.load' | 'file.damaged') =>
  page.getByRole('alert').filter({ hasText: texts[`error.${code}`] });

const log = (page: Page) =>
  page.evaluate(async () => {
    await navigator.clipboard.writeText('');
    document.querySelector<HTMLElement>('[data-testid=log-copy]')!.click();
    for (let i = 0; i < 50; i++) {
      const text = await navigator.clipboard.readText();
      if (text) return text;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('nothing copied');
  });

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as LogLine);

async function toUpload(page: Page) {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
}

const upload = async (page: Page) =>
  page
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'zhang-san-2022310001.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() });

/** Longer than any limit of a worker passes on the page, second by second, as its timers tick. */
async function overdue(page: Page) {
  for (let second = 0; second < 62; second++) await page.clock.fastForward(1000);
}

const retry = (page: Page) => page.getByTestId('retry');
const checked = (page: Page) => expect(page).toHaveURL(/\/check$/, { timeout: 60_000 });

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('the photo worker throws at each stage: told as our fault, kept, and made at the next try', async ({
  page,
  watch
}) => {
  await beforeWorker(page, 'photo', () => failingAt(stages, 'throws'));
  await toUpload(page);
  await upload(page);
  for (const [index, stage] of stages.entries())
    await test.step(stage, async () => {
      // One failure more in the log: the notice alone may still be the one before.
      await expect(async () => {
        await expect(told(page, 'core.bug')).toBeVisible({ timeout: 60_000 });
        const failed = linesOf(await log(page)).filter((line) => 'code' in line);
        expect(failed).toHaveLength(index + 1);
        expect(failed.at(-1)).toMatchObject({
          worker: 'photo',
          code: 'core.bug',
          level: 'error',
          route: '/capture',
          trace: { stage, name: 'TypeError', message: 'injected' }
        });
      }).toPass({ timeout: 60_000 });
      if (index === 0) await accessible(page);
      await retry(page).click();
    });
  await checked(page);
  expect(watch.errors).toEqual([]);
});

test('the photo worker hangs at each stage: told in time, kept, and made by a new worker', async ({
  page
}) => {
  const left: string[] = [...stages];
  await page.clock.install();
  await beforeWorker(page, 'photo', () => failingAt(left.splice(0, 1), 'hangs'));
  await toUpload(page);
  for (const [index, stage] of stages.entries())
    await test.step(stage, async () => {
      const hung = page.waitForRequest('**/hangs');
      if (index === 0) await upload(page);
      else await retry(page).click();
      await hung;
      await overdue(page);
      await expect(told(page, 'worker.dead')).toBeVisible();
      const dead = linesOf(await log(page)).filter((line) => 'code' in line);
      expect(dead).toHaveLength(index + 1);
      expect(dead.at(-1)).toMatchObject({
        worker: 'photo',
        code: 'worker.dead',
        trace: { stage, name: 'deadline' }
      });
    });
  await retry(page).click();
  await checked(page);
});

test('the photo worker crashes outside of every call: told, kept, and made by a new worker', async ({
  page
}) => {
  const left = ['decode'];
  await beforeWorker(page, 'photo', () => failingAt(left.splice(0, 1), 'crashes'));
  await toUpload(page);
  await upload(page);
  await expect(told(page, 'worker.dead')).toBeVisible({ timeout: 60_000 });
  const lines = linesOf(await log(page)).filter((line) => 'code' in line);
  // The worker says what it was, the page that it was the end.
  expect(lines).toMatchObject([
    { worker: 'photo', code: 'worker.uncaught', trace: { message: 'injected' } },
    { worker: 'photo', code: 'worker.dead', trace: { name: 'error' } }
  ]);
  await retry(page).click();
  await checked(page);
});

const models = {
  'is not there': (url: string) =>
    ({ url, answer: { status: 404, body: '' } }) as {
      url: string;
      answer: { status: number; body: string } | null;
    },
  'is damaged': (url: string) => ({ url, answer: { status: 200, body: 'not what it should be' } }),
  'never comes': (url: string) => ({ url, answer: null })
};

for (const [title, faulty] of Object.entries(models))
  test(`a model that ${title}: told, kept, and fetched anew at the next try`, async ({ page }) => {
    await page.clock.install();
    await toUpload(page);
    for (const file of [
      '**/face_landmarker*.task',
      '**/vision_wasm*.wasm',
      '**/mozjpeg_enc*.wasm',
      '**/photo.worker-*.js'
    ])
      await test.step(file, async () => {
        const { url, answer } = faulty(file);
        let asked!: () => void;
        const seen = new Promise<void>((resolve) => (asked = resolve));
        await page.route(url, async (route) => {
          asked();
          if (answer)
            await route.fulfill({
              ...answer,
              contentType: file.endsWith('js') ? 'text/javascript' : 'application/octet-stream'
            });
        });
        if (await retry(page).isVisible()) await retry(page).click();
        else await upload(page);
        await seen;
        // A script that is another is not run, and so not looked at.
        const code = answer?.status === 200 && !file.endsWith('js') ? 'file.damaged' : 'model.load';
        // What else is on its way sets the limit back: the time passes again.
        await expect(async () => {
          if (!answer) await overdue(page);
          await expect(told(page, code)).toBeVisible({ timeout: answer ? 30_000 : 500 });
        }).toPass({ timeout: 60_000 });
        await page.unroute(url);
      });
    await retry(page).click();
    await checked(page);
  });

test('the camera’s worker: an error on a frame is told as ours, one while it starts too, and both are tried again', async ({
  page,
  camera
}) => {
  await camera.show(await sitterJpeg({ mouthOpen: 0.6 }));
  const first = [
    failingAt(['start'], 'throws'),
    "const get = OffscreenCanvas.prototype.getContext; let n = 0; OffscreenCanvas.prototype.getContext = function (...given) { if (given[0] === '2d' && n++ === 0) throw new TypeError('injected'); return get.apply(this, given); };"
  ];
  await beforeWorker(page, 'face', () => first.shift() ?? '');
  await toRegister(page);
  await typeDetails(page);
  await toCapture(page);
  for (const part of ['start', 'frame'])
    await test.step(part, async () => {
      await expect(told(page, 'core.bug')).toBeVisible({ timeout: 60_000 });
      await retry(page).click();
    });
  await expect(page.getByTestId('advice')).toHaveAttribute('data-verdict', 'fail', { timeout: 60_000 });
  await expect(told(page, 'core.bug')).toBeHidden();
});

test('a code reader that does not start is told at the camera and at a file, and both go on', async ({
  page,
  camera
}) => {
  await camera.show(await sitterJpeg());
  await page.route('**/zxing_reader*.wasm', (route) =>
    route.fulfill({ status: 200, body: 'not what it should be' })
  );
  await toRegister(page);
  await expect(told(page, 'file.damaged')).toBeVisible({ timeout: 60_000 });
  const code = { name: 'code.png', mimeType: 'image/png', buffer: Buffer.from(await drawCode(studentCode)) };
  await page.getByTestId('upload-code').setInputFiles(code);
  await expect(told(page, 'file.damaged')).toHaveCount(2);
  await page.unroute('**/zxing_reader*.wasm');
  await retry(page).first().click();
  await expect(page).toHaveURL(/\/confirm$/, { timeout: 60_000 });
});

test('the log on the guide page: seen, copied, cleared, printed on request, and without anything of the student', async ({
  page
}) => {
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  await toUpload(page);
  await upload(page);
  await checked(page);
  expect(printed.filter((line) => line.startsWith('[gradframe]'))).toEqual([]);
  await page.evaluate(() => document.querySelector<HTMLElement>('header a[href="/"]')!.click());
  await page.evaluate(() =>
    setTimeout(() => void Promise.reject(new Error('nobody awaits 林晓 2022310001')))
  );
  await page.locator('a[href="/guide"]').first().click();
  await page.getByTestId('log').locator('summary').click();
  await expect(page.getByTestId('log-lines')).toHaveValue(/"stage":"encode","ms":/);
  await accessible(page);
  const text = await log(page);
  expect(text).toContain('page.unhandled');
  for (const own of ['林晓', '2022310001', 'zhang-san', '10486', 'localhost'])
    expect(text).not.toContain(own);
  await page.getByTestId('log-print').check();
  await page.getByTestId('log-clear').click();
  await expect(page.getByTestId('log-lines')).toHaveValue('');
  await page.reload();
  await page.evaluate(() => setTimeout(() => void Promise.reject(new Error('again'))));
  await expect.poll(() => printed.filter((line) => line.startsWith('[gradframe]')).length).toBeGreaterThan(0);
});

test('an error that no page expected has a number to read to somebody, which is in the log', async ({
  page
}) => {
  await open(page, '/');
  // The guide's code does not come, as after a release or on a broken line.
  await page.route('**/_app/immutable/nodes/*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.evaluate(() => document.querySelector<HTMLElement>('a[href="/guide"]')!.click());
  const shown = await page.getByTestId('error-id').innerText();
  const id = /[2-9A-Z]{6}$/.exec(shown)![0];
  expect(linesOf(await log(page)).at(-1)).toMatchObject({ code: 'page.unexpected', id });
});
