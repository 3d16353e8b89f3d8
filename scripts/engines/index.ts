/**
 * The same pictures finished in Chromium, Firefox and WebKitGTK, one worker each: `npm run -s engines [-- --count 20]`.
 * A line per picture and engine, against Chromium. Exit status: 0 all alike; 1 some are not; 2 a browser is missing.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserArgs, ensureBrowser } from '../lib/browser.mjs';
import { startFirefox } from '../lib/drive/firefox';
import { DrivenPage } from '../lib/drive/page';
import { startDisplay } from '../lib/drive/program';
import { startWebKit } from '../lib/drive/webkit';
import { ensureOtherBrowsers, findFirefox, findWebKit } from '../lib/other-browsers.mjs';
import { ensurePackages, must } from '../lib/run.mjs';
import { isBuilt, startServer } from '../lib/server.mjs';
import { alike, difference } from './compare';
import { finishAll, type Made } from './finish';
import { pictures } from './pictures';

const { values } = parseArgs({ options: { count: { type: 'string', default: '20' } } });
await ensurePackages();
const executablePath = await ensureBrowser();
const missing = await ensureOtherBrowsers();
if (!executablePath || missing.length > 0) {
  console.error(
    `Missing: ${[...(executablePath ? [] : ['chromium']), ...missing].join(', ')} (Debian packages)`
  );
  process.exit(2);
}
if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });

const files = await pictures(Number(values.count));
const server = await startServer();
const screen = await startDisplay();
const display = `:${screen.said}`;
let good = true;

async function inChromium(): Promise<Made[]> {
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  const page = await browser.newPage({ baseURL: server.url });
  return finishAll(page, files).finally(() => browser.close());
}

async function inOther(starting: ReturnType<typeof startFirefox>): Promise<Made[]> {
  const driven = await starting;
  const page = new DrivenPage(driven.tab, server.url);
  return finishAll(page, files).finally(async () => {
    await driven.close();
    await page.forget();
  });
}

try {
  const expected = await inChromium();
  for (const [engine, made] of [
    ['firefox', await inOther(startFirefox(findFirefox()!, { display }))],
    ['webkit', await inOther(startWebKit(findWebKit()!, { display }))]
  ] as const)
    for (const [index, file] of files.entries()) {
      const found = await difference(expected[index]!, made[index]!);
      good &&= alike(found);
      console.log(JSON.stringify({ engine, file: file.name, alike: alike(found), ...found }));
    }
} finally {
  await screen.end();
  await server.stop();
}
process.exit(good ? 0 : 1);
