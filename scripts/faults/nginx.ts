import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstProgram, installPackage } from '../lib/programs.mjs';

const findNginx = () => firstProgram(['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx']);

export interface Proxy {
  stop(): Promise<void>;
}

/**
 * nginx in front of several endpoints, each in its turn whether it answers or not, and nothing is held back: what one
 * endpoint breaks the client sees.
 *
 * @throws when it is not installed, or does not start
 */
export async function startNginx(port: number, behind: readonly number[]): Promise<Proxy> {
  if (!findNginx()) await installPackage('nginx-light');
  const program = findNginx();
  if (!program) throw new Error('nginx is not installed: apt-get install nginx-light');
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-nginx-'));
  const file = join(folder, 'nginx.conf');
  await writeFile(file, configuration(folder, port, behind));
  const server = spawn(program, ['-c', file, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit']
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/api/v1/health/live`).then(
      () => true,
      () => false
    );
    if (answers) return { stop };
    if (tries > 100 || server.exitCode !== null) {
      await stop();
      throw new Error('nginx did not start');
    }
    await wait(50);
  }
}

/** Folders that nginx would make in the system's. */
const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

const configuration = (folder: string, port: number, behind: readonly number[]) => `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
  error_log ${folder}/error.log crit;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  upstream endpoints {
    ${behind.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join('\n    ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    client_max_body_size 2m;
    location / {
      proxy_pass http://endpoints;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_request_buffering off;
      proxy_next_upstream off;
      proxy_read_timeout 70s;
    }
  }
}
`;
