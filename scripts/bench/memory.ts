import { readFile } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright';
import { browserArgs, findBrowser } from '../lib/browser.mjs';
import { finishOnce, openFinish, sitterPicture } from './finish';
import { startReference } from './reference';
import { row, type BenchRow } from './row';

const finishes = 3;

/**
 * Peak memory, in MB, of the page that finishes photos fast, loading included, against that of `removeBackground` at
 * its defaults on the same picture: the renderer's largest resident set (Linux), each in a browser of its own. About
 * a third of ours is the browser's own code, which all pages share.
 */
export async function benchMemory(url: string): Promise<BenchRow> {
  const picture = await sitterPicture();
  const ours = await inOwnBrowser(async (browser) => {
    const page = await openFinish(await browser.newContext({ serviceWorkers: 'block' }), url, picture);
    for (let i = 0; i < finishes; i++) await finishOnce(page, 'fast');
  });
  const theirs = await inOwnBrowser(async (browser) => {
    const reference = await startReference(browser);
    await reference.cutOut(picture);
    return reference.stop;
  });
  return row('finish-memory', 'MB', [ours], [theirs]);
}

/** The largest renderer's peak after `work`; what `work` answers is called at the end. */
async function inOwnBrowser(work: (browser: Browser) => Promise<void | (() => Promise<void>)>) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs });
  try {
    const stop = await work(browser);
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const peaks = await Promise.all(renderers.map(({ id }) => peakOf(id)));
    await stop?.();
    return Math.max(...peaks);
  } finally {
    await browser.close();
  }
}

async function peakOf(process: number): Promise<number> {
  const status = await readFile(`/proc/${process}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1000;
}
