import { firstProgram } from './programs.mjs';

/** WebKit's JavaScript engine as a program of its own, or undefined; the variable JSC names another. */
export const findJsc = () => firstProgram([process.env.JSC, '/usr/bin/jsc', '/usr/local/bin/jsc']);

/** Debian's package of it, where it is missing. */
export const missingJsc = () => (findJsc() ? [] : ['libjavascriptcoregtk-4.0-bin']);
