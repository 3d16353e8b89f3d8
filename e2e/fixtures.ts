/**
 * What every spec of the flow shares: a camera whose picture the test chooses, a watch on the network and one
 * on the console. Nothing is mocked: Chromium reads the camera's file anew each time a page opens the camera.
 */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Request } from '@playwright/test';
import { browserArgs, findBrowser, findWholeBrowser } from '../scripts/lib/browser.mjs';

export interface FakeCamera {
  /** What the camera shows from the next time it is opened: one JPEG picture, standing still. */
  show(jpeg: Uint8Array): Promise<void>;
}

export interface Watch {
  /** Every request of the test's pages and workers. */
  requests: Request[];
  /** Page errors and console errors. */
  errors: string[];
}

/** Written by the vision runtime on its error channel though it is news, not an error. */
const harmless = ['INFO: Created TensorFlow Lite XNNPACK delegate for CPU.'];

/**
 * The finished photo's form, and the text of an encrypted code; never a picture of anything else. The share target is
 * answered by the service worker and reaches no server.
 */
const mayHaveBody = [
  'PUT /api/v1/submissions/{id}',
  'POST /api/v1/submissions/{id}/withdraw',
  'POST /api/v1/kiosk/sealed',
  'POST /api/v1/kiosk/join',
  'POST /api/v1/codes/resolve',
  'POST /api/v1/receipts',
  'PUT /api/v1/submissions/{id}/messages',
  'POST /api/v1/messages/unsubscribe',
  'POST /api/v1/account/bind',
  'POST /api/v1/account/passkey/create',
  'POST /api/v1/account/passkey/created',
  'POST /api/v1/account/passkey/use',
  'POST /api/v1/account/passkey/used',
  'DELETE /api/v1/account/session',
  'POST /api/v1/payments',
  'POST /api/v1/payments/sandbox',
  'POST /share'
];

interface WorkerFixtures {
  cameraFile: string;
  /** The spec is about what only a browser with a window does: questions of permission, notifications. */
  whole: boolean;
}

export const test = base.extend<{ camera: FakeCamera; watch: Watch }, WorkerFixtures>({
  cameraFile: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'gradframe-camera-'));
      await use(join(folder, 'camera.mjpeg'));
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' }
  ],
  whole: [false, { option: true, scope: 'worker' }],
  launchOptions: [
    async ({ cameraFile, whole }, use) => {
      await use({
        executablePath: whole ? findWholeBrowser() : findBrowser(),
        args: [
          ...browserArgs,
          // Without a window nobody can be asked for the camera.
          ...(whole ? [] : ['--use-fake-ui-for-media-stream']),
          '--use-fake-device-for-media-stream',
          // As an old phone's camera: each frame costs a core what an advice does.
          '--max-gum-fps=6',
          `--use-file-for-fake-video-capture=${cameraFile}`
        ]
      });
    },
    { scope: 'worker' }
  ],
  camera: async ({ cameraFile, context }, use) => {
    await context.grantPermissions(['camera']);
    await use({
      async show(jpeg) {
        // One JPEG is a whole MJPEG stream; renaming keeps a half-written file from ever being read.
        await writeFile(`${cameraFile}.new`, jpeg);
        await rename(`${cameraFile}.new`, cameraFile);
      }
    });
  },
  watch: async ({ context, page, baseURL }, use) => {
    const watch: Watch = { requests: [], errors: [] };
    context.on('request', (request) => watch.requests.push(request));
    page.on('pageerror', (error) => watch.errors.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !harmless.some((line) => text.startsWith(line)))
        watch.errors.push(text);
    });
    await use(watch);
    const foreign = watch.requests
      .map((request) => new URL(request.url()))
      .filter((url) => /^(http|ws)s?:$/.test(url.protocol) && url.origin !== baseURL);
    expect(foreign, 'requests to other origins').toEqual([]);
    const bodies = watch.requests
      .filter((request) => !['GET', 'HEAD'].includes(request.method()))
      .map(
        (request) => `${request.method()} ${new URL(request.url()).pathname.replace(/[0-9a-f-]{36}/, '{id}')}`
      );
    expect(new Set(bodies), 'requests with a body').toEqual(
      new Set(bodies.filter((line) => mayHaveBody.includes(line)))
    );
    expect(watch.errors, 'errors in the console').toEqual([]);
  }
});

export { expect };
