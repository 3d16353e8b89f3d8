import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { download } from './download';
import { isRightFile } from './file-sum';

let server: Server;
let base: string;

/** What `/model.4f5Gz-_1.task` and the like are asked for is answered by these, one after another; the last stays. */
let answers: { body: string; type: string }[] = [];
const right = { body: 'right', type: 'application/octet-stream' };
const page = { body: '<html>sign in</html>', type: 'text/html; charset=utf-8' };
const half = { body: 'rig', type: 'application/octet-stream' };
const sums = { 'model.task': createHash('sha256').update('right').digest('base64url') };

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
    } else if (request.url?.startsWith('/model')) {
      const { body, type } = answers.length > 1 ? answers.shift()! : answers[0]!;
      response.writeHead(200, { 'content-type': type }).end(body);
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

const get = () => download([`${base}/model.4f5Gz-_1.task`], undefined, 1000, sums);

it.each([
  ['a page', page],
  ['half of it', half]
])('asks once more where %s came in a file’s place', async (_, wrong) => {
  answers = [wrong, right];
  const [file] = await get();
  expect(new TextDecoder().decode(file)).toBe('right');
});

it('tells a network that wants to be signed in to from a damaged file', async () => {
  answers = [page];
  await expect(get()).rejects.toMatchObject({ code: 'network.captive', stage: 'download' });
  answers = [half];
  await expect(get()).rejects.toMatchObject({ code: 'file.damaged', stage: 'download' });
});

it('knows a file by its name without the build’s hash, and lets one of no known sum pass', async () => {
  const bytes = new TextEncoder().encode('right');
  for (const url of ['/a/model.task', '/_app/immutable/assets/model.4f5Gz-_1.task?import'])
    expect(await isRightFile(url, bytes.subarray(1), sums)).toBe(false);
  expect(await isRightFile('/a/model.task', bytes, sums)).toBe(true);
  expect(await isRightFile('/a/other.task', bytes, sums)).toBe(true);
});
