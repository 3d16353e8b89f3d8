import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { download } from './download';

let server: Server;
let base: string;

/** Sends `/slow` a byte each 40 ms for half a second, `/stalled` one byte and no more, `/bytes` 3 bytes. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/bytes') response.end(Buffer.from([1, 2, 3]));
    else if (request.url === '/stalled') response.write('x');
    else if (request.url === '/slow') {
      let left = 12;
      const drip = setInterval(() => {
        response.write('x');
        if (--left) return;
        clearInterval(drip);
        response.end();
      }, 40);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it('gives the bytes of each file in order', async () => {
  const files = await download([`${base}/slow`, `${base}/bytes`]);
  expect(files.map((file) => file.length)).toEqual([12, 3]);
});

it('waits for a slow line longer than the limit, as long as bytes come', async () => {
  const [file] = await download([`${base}/slow`], undefined, 250);
  expect(file!.length).toBe(12);
});

it('gives up a transfer that stalls, and says so', async () => {
  await expect(download([`${base}/bytes`, `${base}/stalled`], undefined, 250)).rejects.toMatchObject({
    code: 'model.load',
    stage: 'download',
    cause: { message: 'no byte in 0.25 s' }
  });
});

it('says what the server answered', async () => {
  await expect(download([`${base}/missing`])).rejects.toMatchObject({
    code: 'model.load',
    cause: { message: 'status 404' }
  });
});
