import { firstProgram, installPackage } from './programs.mjs';

/** WebKit's JavaScript engine as a program of its own, or undefined; the variable JSC names another. */
export const findJsc = () => firstProgram([process.env.JSC, '/usr/bin/jsc', '/usr/local/bin/jsc']);

/** As `findJsc`, installing Debian's package when run as root. */
export async function ensureJsc() {
  if (!findJsc()) await installPackage('libjavascriptcoregtk-4.0-bin');
  return findJsc();
}
