import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:net';
import { firstProgram, installPackages } from './programs.mjs';

const findNginx = () => firstProgram(['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx']);

/** Of a configuration's `http`: folders that nginx would make in the system's. */
export const nginxFolders = (folder: string): string =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n  ');

/** Of its main part: under whom it runs. */
export const nginxUser = process.getuid?.() === 0 ? 'user root;' : '';

/**
 * Runs nginx in the foreground (`daemon off` is in `configuration`) until `stop`.
 *
 * @param folder of its own, where the configuration is written
 * @param port of 127.0.0.1 that it listens on
 * @throws when it is not installed, or does not start
 */
export async function runNginx(
  folder: string,
  port: number,
  configuration: string
): Promise<{ stop(): Promise<void> }> {
  if (!findNginx()) await installPackages('nginx-light');
  const program = findNginx();
  if (!program) throw new Error('nginx is not installed: apt-get install nginx-light');
  const file = join(folder, 'nginx.conf');
  await writeFile(file, configuration);
  const server = spawn(program, ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit']
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  for (let tries = 0; !(await listens(port)); tries++) {
    if (tries > 100 || server.exitCode !== null) {
      await stop();
      throw new Error('nginx did not start');
    }
    await wait(50);
  }
  return { stop };
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.once('connect', () => resolve(probe.destroy() && true));
    probe.once('error', () => resolve(false));
  });
