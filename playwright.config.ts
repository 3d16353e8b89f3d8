import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './scripts/lib/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 4199);
/** The key of the encrypted codes that the specs draw. */
const codeKey = (process.env.E2E_CODE_KEY ??= randomBytes(32).toString('base64'));
/** Where the specs may look for what the server stored. */
process.env.E2E_DATA = join(tmpdir(), `gradframe-e2e-${port}`);

/**
 * The production build, served as in production, with a database of its own that starts empty. Specs run one
 * after another: two cores, and the image core alone keeps one busy.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserArgs }
  },
  webServer: {
    command: 'node e2e/serve.mjs',
    env: { PORT: String(port), E2E_DATA: process.env.E2E_DATA, GRADFRAME_CODE_KEYS: `e2e:${codeKey}` },
    port,
    reuseExistingServer: false
  }
});
