import { existsSync, statfsSync } from 'node:fs';

const memory = '/dev/shm';
/** The databases of tests that run side by side take some hundred megabytes. */
const neededBytes = 2e9;

/**
 * The environment in which temporary files are in memory, where there is enough of it: a synced write then waits for
 * no disk.
 *
 * @returns {Record<string, string>}
 */
export function inMemory() {
  if (!existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > neededBytes ? { TMPDIR: memory } : {};
}
