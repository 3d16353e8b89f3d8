import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** Of each line that the project runs on (package.json, `engines`), as npm's own packages of Node bring it. */
const versions = { 20: '20.19.5', 22: '22.23.3' };

/** The line that this process is not of. */
export const otherLine = process.versions.node.startsWith('20.') ? 22 : 20;

/**
 * The program of the other Node, installed beside the packages the first time; undefined where npm has none for this
 * machine.
 *
 * @returns {Promise<string | undefined>}
 */
export async function otherNode() {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules/.cache', `${name}-${versions[otherLine]}`);
  const program = join(folder, 'node_modules', name, 'bin/node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const what = `${name}@${versions[otherLine]}`;
  const flags = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const status = await run('npm', ['install', '--prefix', folder, ...flags, what], {
    stdio: ['ignore', 2, 2]
  });
  return status === 0 && existsSync(program) ? program : undefined;
}
