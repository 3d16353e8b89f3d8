import { firstProgram, installPackages } from './programs.mjs';

/** The browser without a window costs a third less processor time than the whole one, and is the same engine. */
const shells = ['/usr/bin/chromium-headless-shell'];
const whole = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome'
];

/** The first Chromium on this machine, or undefined; the variable CHROMIUM names another. */
export const findBrowser = () => firstProgram([process.env.CHROMIUM, ...shells, ...whole]);

/** The browser with a window, which alone asks for permissions and shows notifications; or undefined. */
export const findWholeBrowser = () => firstProgram([...whole, process.env.CHROMIUM]);

/** As `findBrowser`, installing Debian's package when run as root; answers undefined when there is no way. */
export async function ensureBrowser() {
  if (!findBrowser()) await installPackages('chromium-headless-shell');
  if (!findBrowser()) await installPackages('chromium');
  return findBrowser();
}

/** The packages of what the tests drive. */
export const missingChromium = () => [
  ...(firstProgram([process.env.CHROMIUM, ...shells]) ? [] : ['chromium-headless-shell']),
  ...(findWholeBrowser() ? [] : ['chromium'])
];

export const noBrowser =
  'No Chromium found. Install it (Debian: apt-get install chromium-headless-shell) or name one in the variable CHROMIUM.';

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
