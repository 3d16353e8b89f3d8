/**
 * Browsers that are not desktop Chromium: by their names, which decide nothing, and by what they lack. A worker's or a
 * page's functions are taken away before its own script runs; all else is the real thing.
 */
import type { Page } from '@playwright/test';
import type { FinishOptions } from '../workers/protocol';
import { resolveStandard } from '../workers/standard/resolve';
import { expect, test } from './fixtures';
import { sitterJpeg } from './pictures';

const agents = {
  'Chrome on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1',
  Quark:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X; zh-cn) AppleWebKit/601.1.46 (KHTML, like Gecko) Mobile/20G75 Quark/6.9.5.2030 Mobile Safari/604.1',
  Huawei:
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1.1.300',
  'WeChat on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/20G75 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN',
  'WeChat on Android':
    'Mozilla/5.0 (Linux; Android 13; M2012K11AC Build/TKQ1.221114.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240301 MicroMessenger/8.0.48'
};

const options: FinishOptions = {
  kind: 'still',
  standard: resolveStandard(),
  matte: 'fast',
  force: false,
  emit: { alpha: false, overlay: false }
};

/** The finished file of the drawn sitter in base64, and the faces that the live core sees in it. */
async function finish(page: Page): Promise<string> {
  await page.goto('/headless');
  await page.setInputFiles('input[type=file]', {
    name: 'still.jpg',
    mimeType: 'image/jpeg',
    buffer: await sitterJpeg()
  });
  const [answer, live] = await page.evaluate(
    async (given) => [await window.gradframe!.photo(given), await window.gradframe!.live(2)] as const,
    options
  );
  expect(live.ok, JSON.stringify(live)).toBe(true);
  expect(answer.ok, JSON.stringify(answer).slice(0, 3000)).toBe(true);
  return (answer.ok && answer.value.photo?.jpeg) || '';
}

/** The photo as any browser should make it. */
let expected = '';
test.beforeEach(async ({ page }) => {
  expected ||= await finish(page);
  expect(expected.length).toBeGreaterThan(10_000);
});

for (const [name, userAgent] of Object.entries(agents))
  test(`by the name of ${name}: the same photo, byte for byte`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ userAgent, hasTouch: true, baseURL: baseURL! });
    try {
      expect(await finish(await context.newPage())).toBe(expected);
    } finally {
      await context.close();
    }
  });

/** Puts `before` before the scripts of the cores, in a worker or in a frame. */
async function beforeCores(page: Page, before: string) {
  await page.route(/\/workers\/(face|photo)\.worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `{${before}}\n${await response.text()}` });
  });
}

/** As Safari before 17: WebGL2 for canvas elements alone. */
const withoutWorkerGraphics = `
  const get = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (type, ...more) {
    return /^webgl/.test(type) ? null : get.call(this, type, ...more);
  };`;

test('without WebGL2 in workers the cores live in frames, and make the same photo', async ({
  page,
  watch
}) => {
  await beforeCores(page, withoutWorkerGraphics);
  expect(await finish(page)).toBe(expected);
  await expect(page.locator('iframe')).toHaveCount(2);
  expect(watch.errors).toEqual([]);
});

test('without OffscreenCanvas too', async ({ page }) => {
  await beforeCores(page, 'delete globalThis.OffscreenCanvas;');
  expect(await finish(page)).toBe(expected);
});

test('without module workers, too', async ({ page }) => {
  await page.addInitScript(() => {
    const Real = Worker;
    // As a browser that knows no such option: it is never read.
    window.Worker = class extends Real {
      constructor(script: string | URL) {
        super(script);
      }
    };
  });
  expect(await finish(page)).toBe(expected);
  await expect(page.locator('iframe')).toHaveCount(2);
});

/** In the core's first life its script never says a word, in its second it dies. */
const shortLives = `
  if (globalThis.document) {
    parent.lives = (parent.lives ?? 0) + 1;
    if (parent.lives === 1) MessagePort.prototype.postMessage = () => {};
    if (parent.lives === 2) reportError(new Error('the frame dies'));
  }`;

test('a core in a frame that hangs or dies is started anew', async ({ page }) => {
  await page.clock.install();
  await beforeCores(page, withoutWorkerGraphics + shortLives);
  await page.goto('/headless');
  const buffer = await sitterJpeg();
  await page.setInputFiles('input[type=file]', { name: 'still.jpg', mimeType: 'image/jpeg', buffer });
  const photo = () => page.evaluate((given) => window.gradframe!.photo(given), options);
  const hung = photo();
  await expect.poll(() => page.evaluate(() => (window as { lives?: number }).lives)).toBe(1);
  await page.clock.runFor(61_000);
  expect(await hung).toMatchObject({ ok: false, code: 'model.load', trace: { name: 'deadline' } });
  await expect(page.locator('iframe')).toHaveCount(0);
  await page.clock.resume();
  expect(await photo()).toMatchObject({ ok: false });
  const answer = await photo();
  expect((answer.ok && answer.value.photo?.jpeg) || answer).toBe(expected);
});
