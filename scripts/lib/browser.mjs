import { firstProgram, installPackage } from './programs.mjs';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome'
];

/** The first Chromium on this machine, or undefined; the variable CHROMIUM names another. */
export const findBrowser = () => firstProgram(candidates);

/** As `findBrowser`, installing Debian's package when run as root; answers undefined when there is no way. */
export async function ensureBrowser() {
  if (!findBrowser()) await installPackage('chromium');
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
