/** The browsers beside Chromium that the tests drive: Debian's Firefox and WebKitGTK, on a screen that nobody sees. */
import { accessSync, constants, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** @param {string | undefined} path */
function isProgram(path) {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // no such program
    return false;
  }
}

/** @param {string} name @returns {string | undefined} its place in PATH */
const inPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find(isProgram);

/** WebKitGTK's test browser, which its library brings below a folder of the machine's architecture. */
function miniBrowser() {
  try {
    return readdirSync('/usr/lib', { withFileTypes: true })
      .flatMap(({ name }) =>
        ['4.1', '6.0', '4.0'].map((at) => `/usr/lib/${name}/webkit2gtk-${at}/MiniBrowser`)
      )
      .find(isProgram);
  } catch {
    // no such folder: another system
    return undefined;
  }
}

/** Firefox and the variable that names another one. */
export const findFirefox = () =>
  [process.env.FIREFOX, inPath('firefox-esr'), inPath('firefox')].find(isProgram);

/** WebKitGTK's driver and the browser that it drives; undefined unless both are there. */
export function findWebKit() {
  const driver = inPath('WebKitWebDriver');
  const browser = miniBrowser();
  return driver && browser ? { driver, browser } : undefined;
}

export const findDisplay = () => inPath('Xvfb');

/**
 * Installs Debian's packages of what is missing when run as root.
 * @returns {Promise<string[]>} the packages that are still missing
 */
export async function ensureOtherBrowsers() {
  const missing = () => [
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(findWebKit() ? [] : ['webkit2gtk-driver']),
    ...(findDisplay() ? [] : ['xvfb'])
  ];
  const wanted = missing();
  if (wanted.length === 0 || process.getuid?.() !== 0) return wanted;
  console.error(`Installing the Debian packages ${wanted.join(', ')} …`);
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { stdio, env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], { stdio, env });
  return missing();
}
