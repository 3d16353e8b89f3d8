import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Keys that s3rver knows. */
export const s3Env = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

/**
 * An object is there whole or not at all, as in every store that speaks S3: s3rver by itself writes over the one that is
 * there, and keeps what came when the connection broke. Its own program runs after this.
 */
const wholePuts = (program: string) => `
  const { createHash, randomUUID } = require('node:crypto');
  const { mkdir, rename, writeFile } = require('node:fs/promises');
  const { dirname } = require('node:path');
  const Store = require(${JSON.stringify(join(dirname(program), '../lib/stores/filesystem.js'))});
  Store.prototype.putObject = async function ({ bucket, key, metadata, content }) {
    const parts = [];
    for await (const part of Buffer.isBuffer(content) ? [content] : content) parts.push(part);
    const whole = Buffer.concat(parts);
    const path = this.getResourcePath(bucket, key, 'object');
    const unfinished = path + '.' + randomUUID();
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, whole);
    await rename(unfinished, path);
    const md5 = createHash('md5').update(whole).digest('hex');
    await this.putMetadata(bucket, key, metadata, md5);
    return { size: whole.length, md5 };
  };
  process.argv.splice(1, 0, ${JSON.stringify(program)});
  require(${JSON.stringify(program)});
`;

/** s3rver in a process of its own with one bucket, `photos`; it checks every signature. */
export async function startS3(): Promise<{ address: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gradframe-s3-'));
  const port = await freePort();
  const program = join(
    dirname(createRequire(import.meta.url).resolve('s3rver/package.json')),
    'bin/s3rver.js'
  );
  const server = spawn(
    process.execPath,
    [
      // Its lists of more than a thousand go on by a token in DES.
      '--openssl-legacy-provider',
      '--eval',
      wholePuts(program),
      '--',
      '-d',
      folder,
      '-p',
      String(port),
      '-a',
      '127.0.0.1',
      '--configure-bucket',
      'photos',
      '--no-vhost-buckets'
    ],
    { stdio: 'ignore' }
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries++) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false
      )
    )
      break;
    if (tries > 200 || server.exitCode !== null) {
      await stop();
      throw new Error('s3rver did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address: `s3://photos/class/of/2026?endpoint=${endpoint}`, stop };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
