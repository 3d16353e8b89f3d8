import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nginxFolders, nginxUser, runNginx } from '../lib/nginx';
import { root } from '../lib/run.mjs';

/** A certificate of localhost's own, and its key, in `folder`. @throws where openssl is not installed */
function certify(folder: string): { key: string; certificate: string } {
  const [key, certificate] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate]
  ]);
  if (made.status !== 0) throw new Error(`openssl: ${made.error?.message ?? String(made.stderr)}`);
  return { key, certificate };
}

/**
 * nginx as `deploy/nginx.conf` has it, before these ports: of that file only what its head says must be changed, and
 * the folders that a user without rights cannot write.
 */
export async function startTlsProxy(folder: string, port: number, behind: readonly number[]) {
  const { key, certificate } = certify(folder);
  const given = await readFile(join(root, 'deploy', 'nginx.conf'), 'utf8');
  const changes: [RegExp, string][] = [
    [/^user .*;$/m, nginxUser],
    [/^pid .*;$/m, `daemon off;\npid ${folder}/nginx.pid;`],
    [/^ *server app1.*\n *server app2.*$/m, behind.map((one) => `server 127.0.0.1:${one};`).join('\n')],
    [/ {2}server \{\n *listen 80;[^}]*\}/, nginxFolders(folder)],
    [/listen 443 ssl;/, `listen 127.0.0.1:${port} ssl;`],
    [/server_name photo\.example\.edu\.cn;/, 'server_name localhost;'],
    [/ssl_certificate .*;/, `ssl_certificate ${certificate};`],
    [/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`]
  ];
  const text = changes.reduce((all, [what, now]) => {
    if (!what.test(all)) throw new Error(`deploy/nginx.conf has no ${String(what)}`);
    return all.replace(what, now);
  }, given);
  return { certificate, ...(await runNginx(folder, port, text)) };
}
