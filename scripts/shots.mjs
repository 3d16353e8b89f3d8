/** Screenshots of every page and of the shared components into a folder, each language, 390 × 844 and 1280 × 800: `npm run shots -- DIR`. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureBrowser, noBrowser } from './lib/browser.mjs';
import { ensurePackages, must, run } from './lib/run.mjs';
import { isBuilt } from './lib/server.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('Usage: npm run shots -- DIR');
  process.exit(2);
}
await ensurePackages();
const browser = await ensureBrowser();
if (!browser) {
  console.error(noBrowser);
  process.exit(2);
}
if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build']);
mkdirSync(folder, { recursive: true });
const env = { CHROMIUM: browser, SHOTS: resolve(folder) };
const gallery = await run('npx', ['vitest', 'run', '--project', 'browser', 'src/lib/gallery'], { env });
const pages = await run('npx', ['playwright', 'test', 'pages', 'review', 'payment', 'account'], { env });
process.exit(gallery || pages);
