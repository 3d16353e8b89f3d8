/**
 * Paired measurements on the production build, in one run on one machine.
 *
 *     npm run -s bench [-- NAME… --json FILE --against FOLDER]
 *
 * `phone` takes the same way through another version too, built in the folder given, in turns.
 * A row each, as JSON Lines: name, ours, reference, ratio, unit, runs. Exit status: 0 measured; 2 wrong usage or no
 * browser.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { browserArgs, ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { ensurePackages, must } from '../lib/run.mjs';
import { isBuilt, startServer } from '../lib/server.mjs';
import { benchCamera } from './camera';
import { benchDecode } from './decode';
import { benchFarm } from './farm';
import { benchFinish } from './finish';
import { benchKernels } from './kernels';
import { benchLabels } from './labels';
import { benchMemory } from './memory';
import { benchLive } from './live';
import { benchOverview } from './overview';
import { benchPhone } from './phone';
import { benchRenewal } from './renewal';
import { benchReviewQueue } from './review-queue';
import type { BenchRow } from './row';
import { benchScan } from './scan';
import { benchSubmit } from './submit';

type Bench = (browser: Browser, url: string, against?: string) => Promise<BenchRow | BenchRow[]>;
const benches: Record<string, Bench> = {
  'finish-fast': (browser, url) => benchFinish('finish-fast', { matte: 'fast', labels: false }, browser, url),
  'finish-labelled': (browser, url) =>
    benchFinish('finish-labelled', { matte: 'fast', labels: true }, browser, url),
  'finish-fine': (browser, url) => benchFinish('finish-fine', { matte: 'fine', labels: false }, browser, url),
  'finish-memory': (_, url) => benchMemory(url),
  kernels: benchKernels,
  labels: benchLabels,
  decode: benchDecode,
  scan: (_, url) => benchScan(url),
  submit: benchSubmit,
  live: benchLive,
  'review-queue': benchReviewQueue,
  overview: benchOverview,
  'camera-task': (_, url) => benchCamera(url),
  phone: (_, __, against) => benchPhone(against),
  farm: benchFarm,
  'farm-renewal': (_, url) => benchRenewal(url)
};

interface Given {
  json?: string | undefined;
  against?: string | undefined;
}

async function main(names: readonly string[], { json, against }: Given, executablePath: string) {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  const lines: string[] = [];
  try {
    for (const name of names) {
      for (const row of [await benches[name]!(browser, server.url, against)].flat()) {
        const line = JSON.stringify(row);
        lines.push(line);
        console.log(line);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  if (json) await writeFile(json, lines.map((line) => `${line}\n`).join(''));
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'string' }, against: { type: 'string' } },
  allowPositionals: true
});
const unknown = positionals.filter((name) => !benches[name]);
if (unknown.length) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  process.exitCode = 2;
} else {
  await ensurePackages();
  const browserPath = await ensureBrowser();
  if (browserPath) await main(positionals.length ? positionals : Object.keys(benches), values, browserPath);
  else {
    console.error(noBrowser);
    process.exitCode = 2;
  }
}
