/** What answers carry that keeps a page's data on this origin, static files and workers included. */
import { randomUUID } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { Agent, createServer, request as ask } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from '../scripts/lib/server.mjs';

const built = 'build/client/_app/immutable';
const workerFolder = `${built}/workers`;
const workers = async () => (await readdir(workerFolder)).filter((name) => name.endsWith('.js'));

test('every answer carries the policy, and https is kept to where the site has it', async () => {
  const origin = 'https://photo.example.edu.cn';
  const server = await startServer({ env: { ORIGIN: origin } });
  try {
    const static_ = (await workers()).map((name) => `/_app/immutable/workers/${name}`);
    expect(static_.length).toBeGreaterThan(2);
    for (const folder of ['entry', 'chunks', 'assets'])
      static_.push(`/_app/immutable/${folder}/${(await readdir(join(built, folder)))[0]}`);
    for (const path of ['/', '/capture', '/api/v1/health', '/service-worker.js', '/none', ...static_]) {
      const { headers } = await fetch(`${server.url}${path}`);
      expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*connect-src 'self'/);
      expect(Object.fromEntries(headers), path).toMatchObject({
        'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp'
      });
      expect(headers.get('strict-transport-security'), path).toMatch(/max-age=\d{7}/);
    }
  } finally {
    await server.stop();
  }
});

test('no worker can send anything to another origin', async ({ page, baseURL }) => {
  let asked = 0;
  const other = createServer((_, response) => {
    asked++;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('taken');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(other.address() as { port: number }).port}/`;
  try {
    expect((await fetch(baseURL!)).headers.get('strict-transport-security')).toBeNull();
    await page.goto('/');
    for (const name of await workers()) {
      const [worker] = await Promise.all([
        page.waitForEvent('worker', (one) => one.url().endsWith(name)),
        page.evaluate((path) => void new Worker(path, { type: 'module' }), `/_app/immutable/workers/${name}`)
      ]);
      const reached = (at: string) =>
        worker.evaluate(
          (url) =>
            fetch(url).then(
              () => true,
              () => false
            ),
          at
        );
      expect(await reached(`${baseURL}/api/v1/health/live`), name).toBe(true);
      expect(await reached(address), name).toBe(false);
    }
    expect(asked).toBe(0);
  } finally {
    other.close();
  }
});

test('nobody else of the machine can read what the server keeps', async () => {
  const server = await startServer();
  try {
    await fetch(`${server.url}/api/v1/health`);
    for (const name of await readdir(server.data, { recursive: true }))
      expect((await stat(join(server.data, name))).mode & 0o077, name).toBe(0);
    expect(await readdir(server.data)).toContain('gradframe.db');
  } finally {
    await server.stop();
  }
});

test('a body that is refused unread holds up nobody who comes after it on the same connection', async ({
  baseURL
}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const answer = (method: string, path: string, body: Buffer) =>
    new Promise<{ status: number; reused: boolean }>((resolve, reject) => {
      const asked = ask(new URL(path, baseURL), {
        agent,
        method,
        headers: { authorization: `Bearer ${'k'.repeat(43)}`, 'content-length': body.length }
      });
      asked.once('error', reject);
      asked.once('response', (response) => {
        const { statusCode: status = 0 } = response;
        response.resume().once('end', () => resolve({ status, reused: asked.reusedSocket }));
      });
      asked.end(body);
    });
  const path = `/api/v1/submissions/${randomUUID()}`;
  try {
    expect((await answer('PUT', path, Buffer.alloc(1_200_000))).status).toBeGreaterThanOrEqual(400);
    expect(await answer('GET', '/api/v1/health', Buffer.alloc(0))).toEqual({ status: 200, reused: true });
  } finally {
    agent.destroy();
  }
});
