import { accessSync, constants } from 'node:fs';
import { run } from './run.mjs';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome'
];

/** The first Chromium on this machine, or undefined; the variable CHROMIUM names another. */
export function findBrowser() {
  return candidates.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      // no such program: the next one is tried
      return false;
    }
  });
}

/** As `findBrowser`, installing Debian's package when run as root; answers undefined when there is no way. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0) {
    console.error('No Chromium found: installing the Debian package …');
    const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { stdio, env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio, env });
  }
  return findBrowser();
}

export const noBrowser =
  'No Chromium found. Install it (Debian: apt-get install chromium) or name one in the variable CHROMIUM.';

/** Switches under which Chromium starts quietly, as root too, and asks nothing of the network. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];
