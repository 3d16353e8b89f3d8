import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { Engine } from './e2e/browsers/fixtures';
import { browserArgs, findBrowser } from './scripts/lib/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4199);
/** The key of the encrypted codes that the specs draw. */
const codeKey = (process.env.E2E_CODE_KEY ??= randomBytes(32).toString('base64'));
/** Where the specs may look for what the students' and the desk's server stored. */
process.env.E2E_DATA = join(tmpdir(), `gradframe-e2e-${port}`);
process.env.E2E_DESK_DATA = join(tmpdir(), `gradframe-e2e-${port + 1}`);

// Workers come and go, and drawing takes seconds: what one has drawn the next one reads.
if (!process.env.E2E_DRAWN) {
  const folder = (process.env.E2E_DRAWN = mkdtempSync(join(tmpdir(), 'gradframe-drawn-')));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Specs of the endpoint and the reviewer's desk: no camera, no image core. */
const desk = /(access|faults|headers|hostile|limits|operation|smoke|staff-sso)\.spec\.ts$/;
/** One long test of the desk, which begins before the short ones. */
const review = /review\.spec\.ts$/;
/** Specs whose camera, where they open one, has all the time it wants. */
const pages = /(account|bad-input|budget|messages|pages|payment|phone|receipt|register|sizes)\.spec\.ts$/;
/** Specs of the finished photo, without a live camera. */
const photos = /(bulk|cut-out|engines|failures|finish|selftest)\.spec\.ts$/;
/** What runs in the browsers that Playwright does not drive, each test on a server of its own. */
const browsers = /browsers\/[^/]+\.spec\.ts$/;
const serve = (at: number, folder: string) => ({
  command: 'node e2e/serve.mjs',
  env: { PORT: String(at), E2E_DATA: folder, GRADFRAME_CODE_KEYS: `e2e:${codeKey}` },
  port: at,
  reuseExistingServer: false
});

/**
 * The production build, served as in production, with databases of their own that start empty. The specs before the
 * live camera run one after another, since it keeps a core busy, and all others beside them.
 */
export default defineConfig<object, { engine: Engine }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  // A machine that other work holds up for a moment; the report names whoever needed it as flaky.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    // Every test is a new device, which would first keep the whole product: the specs that are about it allow it.
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    // A trace of a live camera's page costs as much as the page: E2E_TRACE=on-first-retry, retain-on-failure … asks for it.
    screenshot: 'only-on-failure',
    trace: (process.env.E2E_TRACE as 'on' | undefined) ?? 'off',
    launchOptions: { executablePath: findBrowser(), args: browserArgs }
  },
  projects: [
    {
      name: 'camera',
      testIgnore: [desk, review, pages, photos, browsers],
      workers: 1,
      use: { baseURL: `http://localhost:${port}` }
    },
    {
      name: 'pages',
      testMatch: pages,
      testIgnore: browsers,
      workers: 1,
      use: { baseURL: `http://localhost:${port}` }
    },
    {
      name: 'photos',
      testMatch: photos,
      testIgnore: browsers,
      workers: 1,
      use: { baseURL: `http://localhost:${port}` }
    },
    {
      name: 'review',
      testMatch: review,
      testIgnore: browsers,
      use: { baseURL: `http://localhost:${port + 1}` }
    },
    { name: 'desk', testMatch: desk, use: { baseURL: `http://localhost:${port + 1}` } },
    { name: 'firefox', testMatch: browsers, workers: 1, use: { engine: 'firefox' } },
    { name: 'webkit', testMatch: browsers, workers: 1, use: { engine: 'webkit' } }
  ],
  webServer: [serve(port, process.env.E2E_DATA), serve(port + 1, process.env.E2E_DESK_DATA)]
});
