import { accessSync, constants } from 'node:fs';
import { run } from './run.mjs';

/**
 * The first of these files that can be run, or undefined.
 * @param {readonly (string | undefined)[]} candidates
 */
export function firstProgram(candidates) {
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

/**
 * Installs Debian's packages when run as root; does nothing otherwise.
 * @param {...string} names
 */
export async function installPackages(...names) {
  if (process.getuid?.() !== 0 || names.length === 0) return;
  console.error(`Installing the Debian packages ${names.join(', ')} …`);
  const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', 2, 2]);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { stdio, env });
  /** @param {string[]} packages */
  const install = (packages) =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio, env });
  // One that this release does not have refuses them all.
  if ((await install(names)) !== 0 && names.length > 1) for (const name of names) await install([name]);
}
