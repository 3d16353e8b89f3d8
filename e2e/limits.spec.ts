/** What one address may do to the others: nothing. */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { startServer } from '../scripts/lib/server.mjs';
import { finishedFile } from '../src/lib/server/testing/photo';
import { agreedDetails } from '../src/lib/server/testing/submission';
import { routesIn } from '../src/lib/server/testing/routes';

const newKey = () => randomBytes(32).toString('base64url');

async function submit(url: string, seed: number, headers: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  form.set('photo', new Blob([await finishedFile(seed)], { type: 'image/jpeg' }), 'photo.jpg');
  form.set(
    'registration',
    JSON.stringify({ studentNumber: `20226600${10 + seed}`, name: '林晓', source: 'typed' })
  );
  form.set(
    'report',
    JSON.stringify({ standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] })
  );
  form.set('details', JSON.stringify(agreedDetails()));
  return fetch(`${url}/api/v1/submissions/${randomUUID()}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${newKey()}`, origin: url, ...headers },
    body: form
  });
}

test('two hundred senders who send nothing hold nobody up', async () => {
  const server = await startServer();
  const { port, hostname } = new URL(server.url);
  const sockets: Socket[] = [];
  try {
    const open = async () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      sockets.push(socket);
      await once(socket, 'connect');
      socket.write(
        `PUT /api/v1/submissions/${randomUUID()} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${server.url}\r\n` +
          `Authorization: Bearer ${newKey()}\r\nContent-Type: multipart/form-data; boundary=x\r\n` +
          'Content-Length: 100000\r\n\r\nx'
      );
    };
    await Promise.all(Array.from({ length: 200 }, open));
    expect((await submit(server.url, 1)).status).toBe(201);
    // The console has room of its own, and tells who is not signed in.
    const queue = await fetch(`${server.url}/api/v1/staff/queue`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}'
    });
    expect(queue.status).toBe(401);
    // All but a few are ended long before the last moment of an upload.
    const standing = () => sockets.filter((socket) => !socket.closed).length;
    await expect.poll(standing, { timeout: 10_000 }).toBeLessThanOrEqual(8);
    expect((await submit(server.url, 2)).status).toBe(201);
    await expect.poll(standing, { timeout: 20_000 }).toBe(0);
  } finally {
    for (const socket of sockets) socket.destroy();
    await server.stop();
  }
});

test('who asks for what is not there uses up nobody else’s share of the address', async () => {
  const server = await startServer({ env: { GRADFRAME_ADDRESS_LIMIT: '60' } });
  try {
    const asked = async (key: string) =>
      (
        await fetch(`${server.url}/api/v1/submissions/${randomUUID()}`, {
          headers: { authorization: `Bearer ${key}` }
        })
      ).status;
    const one = newKey();
    const same: number[] = [];
    for (let i = 0; i < 40; i++) same.push(await asked(one));
    expect(same.at(0)).toBe(404);
    expect(same.at(-1)).toBe(429);
    const fresh: number[] = [];
    for (let i = 0; i < 100; i++) fresh.push(await asked(newKey()));
    expect(fresh.at(0)).toBe(404);
    expect(fresh.at(-1)).toBe(429);
    for (let seed = 1; seed < 4; seed++) expect((await submit(server.url, seed)).status).toBe(201);
  } finally {
    await server.stop();
  }
});

test('every endpoint says what is wrong with a body, and none takes it for an outage', async ({
  baseURL
}) => {
  const endpoints = routesIn('src/routes').flatMap(({ id, methods }) =>
    Object.keys(methods)
      .filter((method) => method !== 'GET')
      .map((method) => ({ id, method }))
  );
  expect(endpoints.length).toBeGreaterThan(15);
  const large = 'x'.repeat(1_500_000);
  const inPieces = () =>
    new ReadableStream({
      start(control) {
        for (let at = 0; at < 1_500_000; at += 50_000) control.enqueue(new Uint8Array(50_000));
        control.close();
      }
    });
  const bodies = [
    large,
    inPieces,
    '{',
    'null',
    '[]',
    '{"id":{}}',
    '{"id":"a","response":{}}',
    '{"id":"\\u0000"}'
  ];
  const tried = endpoints.map(async ({ id, method }) => {
    const path = id
      .replace(/\[step\]/, 'used')
      .replace('[id]', randomUUID())
      .replace(/\[\w+\]/g, 'sandbox');
    for (const body of bodies) {
      const response = await fetch(`${baseURL}${path}`, {
        method,
        headers: {
          origin: baseURL!,
          authorization: `Bearer ${newKey()}`,
          'content-type': 'application/json'
        },
        body: typeof body === 'function' ? body() : body,
        duplex: 'half'
      } as RequestInit).catch(() => null);
      // An answer that comes before the body was read ends the connection.
      if (response)
        expect(response.status, `${method} ${path} ${String(body).slice(0, 20)}`).toBeLessThan(500);
    }
  });
  await Promise.all(tried);
  for (const path of ['campaigns/%00', 'payments?campaign=%00', 'payments/%00', 'permits?campaign=a%00'])
    expect((await fetch(`${baseURL}/api/v1/${path}`)).status, path).toBe(400);
});
