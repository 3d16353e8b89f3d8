import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './run.mjs';

/** A port nobody listens on. @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** True when `npm run build` has been run. */
export const isBuilt = () => existsSync(join(root, 'build', 'index.js'));

/**
 * Starts the production build in a process of its own with an empty data folder (`data`, emptied first, or a
 * temporary one), and waits until it answers. `halt` ends it; `stop` removes the folder as well.
 * @param {{ port?: number, data?: string, keep?: boolean, env?: Record<string, string | undefined>, from?: string }} [options]
 *   `keep`: what is in the folder stays; `from`: the folder of another version, built
 */
export async function startServer({ port, data: folder, keep = false, env = {}, from = root } = {}) {
  const at = port ?? (await freePort());
  if (folder && !keep) await rm(folder, { recursive: true, force: true });
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'gradframe-data-')));
  const url = `http://localhost:${at}`;
  const child = spawn(process.execPath, [join(from, 'scripts', 'serve.mjs')], {
    cwd: from,
    // Over the channel it notices when this process is killed, and ends too (scripts/serve.mjs).
    stdio: ['ignore', 'ignore', 2, 'ipc'],
    env: { ...process.env, PORT: String(at), ORIGIN: url, GRADFRAME_DATA: data, ...env }
  });
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('close', () => resolve()));
  const halt = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const stop = async () => {
    await halt();
    await rm(data, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries++) {
    const answers = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false
    );
    if (answers) break;
    if (child.exitCode !== null || tries > 100) {
      await stop();
      throw new Error('the server did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, data, process: child, halt, stop };
}
