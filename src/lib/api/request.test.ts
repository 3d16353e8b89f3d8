import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Contract } from './contracts/contract';
import { problems } from './problems';
import { isUnheard, request } from './request';

const permit = {
  method: 'GET',
  path: '/api/v1/permits?campaign={campaign}',
  answer: v.object({ count: v.number() }),
  timeoutMs: 300
} as const satisfies Contract;
const wish = {
  method: 'PUT',
  path: '/api/v1/submissions/{id}/messages',
  body: v.strictObject({ kind: v.string() })
} as const satisfies Contract;

let answers: RequestListener = () => undefined;
const server = createServer((asked, answer) => answers(asked, answer));
const plainFetch = globalThis.fetch;

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // A page's addresses are of its own origin; Node has none.
  globalThis.fetch = (path, init) => plainFetch(`http://127.0.0.1:${port}${path as string}`, init);
});
afterEach(async () => {
  globalThis.fetch = plainFetch;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const sends =
  (status: number, type: string, text: string, headers: Record<string, string> = {}): RequestListener =>
  (_asked, answer) =>
    answer.writeHead(status, { 'content-type': type, ...headers }).end(text);
const ask = () => request(permit, { params: { campaign: 'A' } });

it('puts parameters into the address, the key into its header, and reads what is agreed', async () => {
  let asked = '';
  answers = (given, answer) => {
    asked = `${given.method} ${given.url} ${given.headers.authorization}`;
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{"count":2,"later":1}');
  };
  const answer = await request(permit, { params: { campaign: 'A&1' }, key: 'k' });
  expect(answer).toEqual({ ok: true, value: { count: 2 } });
  expect(asked).toBe('GET /api/v1/permits?campaign=A%261 Bearer k');
});

it('sends JSON, and takes nothing for an answer only where nothing is agreed', async () => {
  const bodies: string[] = [];
  let status = 204;
  answers = (given, answer) => {
    given.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
    given.on('end', () => answer.writeHead(status).end());
  };
  const send = () => request(wish, { params: { id: '1' }, body: { kind: 'push' } });
  expect(await send()).toEqual({ ok: true, value: undefined });
  expect(bodies).toEqual(['{"kind":"push"}']);
  status = 200;
  expect(await send()).toMatchObject({ ok: false, code: 'captive' });
});

it('tells a refusal by its code, and whether it passes', async () => {
  for (const code of ['photo.size', 'request.tooMany', 'server.unavailable'] as const) {
    const { status, retry = false } = problems[code];
    answers = sends(status, 'application/problem+json', JSON.stringify({ code }));
    expect(await ask()).toEqual({ ok: false, code, retry });
  }
});

it('keeps what was sent where the refusal is of a later version, or a proxy’s page', async () => {
  answers = sends(422, 'application/problem+json', '{"code":"photo.later"}');
  expect(await ask()).toEqual({ ok: false, code: 'server.unavailable', retry: true });
  answers = sends(502, 'text/html', '<h1>Bad Gateway</h1>');
  expect(await ask()).toEqual({ ok: false, code: 'server.unavailable', retry: true });
});

it('knows the sign-in page of a network, sent or sent on to', async () => {
  const page = '<html>sign in to the network</html>';
  for (const answer of [
    sends(200, 'text/html', page),
    sends(302, 'text/html', '', { location: '/login' }),
    sends(511, 'text/html', page)
  ]) {
    answers = answer;
    expect(await ask()).toEqual({ ok: false, code: 'captive', retry: true });
  }
});

it('takes no answer that is not as agreed', async () => {
  answers = sends(200, 'application/json', '{"count":"2"}');
  expect(await ask()).toEqual({ ok: false, code: 'server.unavailable', retry: true });
});

it('tells a server that is slow from one that is not there, also in the middle of an answer', async () => {
  answers = () => undefined;
  const slow = await ask();
  answers = (_asked, answer) => answer.writeHead(200, { 'content-type': 'application/json' }).write('{"cou');
  const halting = await ask();
  answers = (asked) => asked.socket.destroy();
  const gone = await ask();
  expect([slow, halting, gone]).toEqual([
    { ok: false, code: 'timeout', retry: true },
    { ok: false, code: 'timeout', retry: true },
    { ok: false, code: 'unreachable', retry: true }
  ]);
  for (const answer of [slow, halting, gone]) expect(!answer.ok && isUnheard(answer)).toBe(true);
});
