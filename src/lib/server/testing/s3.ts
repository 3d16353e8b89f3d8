import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Keys that s3rver knows. */
export const s3Env = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };

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
      program,
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
