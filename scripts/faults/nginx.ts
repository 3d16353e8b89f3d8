import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxFolders, nginxUser, runNginx } from '../lib/nginx';

interface Proxy {
  stop(): Promise<void>;
}

/**
 * nginx in front of several endpoints, each in its turn whether it answers or not, and nothing is held back: what one
 * endpoint breaks the client sees.
 *
 * @throws when it is not installed, or does not start
 */
export async function startNginx(port: number, behind: readonly number[]): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-nginx-'));
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    const running = await runNginx(folder, port, configuration(folder, port, behind));
    return { stop: () => running.stop().finally(clear) };
  } catch (error) {
    await clear();
    throw error;
  }
}

const configuration = (folder: string, port: number, behind: readonly number[]) => `
${nginxUser}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 4096; }
http {
  access_log off;
  error_log ${folder}/error.log crit;
  ${nginxFolders(folder)}
  upstream endpoints {
    ${behind.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join('\n    ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    client_max_body_size 13m;
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
