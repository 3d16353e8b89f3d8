/** The browsers beside Chromium that the tests drive: Debian's Firefox and WebKitGTK, on a screen that nobody sees. */
import { readdirSync } from 'node:fs';
import { firstProgram, installPackages } from './programs.mjs';

/** @param {string} name */
const inPath = (name) =>
  firstProgram((process.env.PATH ?? '').split(':').map((folder) => `${folder}/${name}`));

/** WebKitGTK's test browser, which its library brings below a folder of the machine's architecture. */
function miniBrowser() {
  const versions = ['4.1', '6.0', '4.0'];
  try {
    return firstProgram(
      readdirSync('/usr/lib').flatMap((name) =>
        versions.map((version) => `/usr/lib/${name}/webkit2gtk-${version}/MiniBrowser`)
      )
    );
  } catch {
    // no such folder: another system
    return undefined;
  }
}

/** Firefox on this machine, or undefined; the variable FIREFOX names another. */
export const findFirefox = () =>
  firstProgram([process.env.FIREFOX]) ?? inPath('firefox-esr') ?? inPath('firefox');

/** WebKitGTK's driver and the browser that it drives; undefined unless both are there. */
export function findWebKit() {
  const driver = inPath('WebKitWebDriver');
  const browser = miniBrowser();
  return driver && browser ? { driver, browser } : undefined;
}

/** A display for them, where the machine has none. */
export const findDisplay = () => inPath('Xvfb');

/** Debian's packages of what is missing. */
export const missingOthers = () => [
  ...(findFirefox() ? [] : ['firefox-esr']),
  ...(findWebKit() ? [] : ['webkit2gtk-driver']),
  ...(findDisplay() ? [] : ['xvfb'])
];

/**
 * Installs Debian's packages of what is missing when run as root.
 * @returns {Promise<string[]>} the packages that are still missing
 */
export async function ensureOtherBrowsers() {
  await installPackages(...missingOthers());
  return missingOthers();
}
