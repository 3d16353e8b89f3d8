/** The server as whoever runs it sees it: how it starts, what it tells, how it ends. */
import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, startServer } from '../scripts/lib/server.mjs';
import { agreedDetails } from '../src/lib/server/testing/submission';

/** A submission's form as bytes, so that it can be sent in pieces. */
async function form(): Promise<{ type: string; body: Buffer }> {
  const data = new FormData();
  const photo = await readFile('workers/studio/finished.jpg');
  data.set('photo', new Blob([photo], { type: 'image/jpeg' }), 'photo.jpg');
  data.set('registration', JSON.stringify({ studentNumber: '2022880001', name: '林晓', source: 'typed' }));
  data.set(
    'report',
    JSON.stringify({ standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] })
  );
  data.set('details', JSON.stringify(agreedDetails()));
  const response = new Response(data);
  return {
    type: response.headers.get('content-type')!,
    body: Buffer.from(await response.arrayBuffer())
  };
}

test('it is live and ready, gives metrics to its collector only, and answers what it has in hand before it ends', async () => {
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ env: { GRADFRAME_METRICS_TOKEN: token } });
  try {
    for (const path of ['health', 'health/live'])
      expect((await fetch(`${server.url}/api/v1/${path}`)).status).toBe(200);
    const metrics = (authorization?: string) =>
      fetch(`${server.url}/api/v1/metrics`, { headers: authorization ? { authorization } : {} });
    expect((await metrics()).status).toBe(401);
    expect((await metrics('Bearer wrong')).status).toBe(401);
    const text = await (await metrics(`Bearer ${token}`)).text();
    expect(text).toMatch(
      /gradframe_request_seconds_count\{route="\/api\/v1\/health",method="GET",status="200"\} 1/
    );
    expect(text).toMatch(/gradframe_submissions\{campaign="default",state="received"\} 0/);

    const { type, body } = await form();
    const half = body.length >> 1;
    const [status] = await Promise.all([
      new Promise<number>((resolve, reject) => {
        const sending = httpRequest(`${server.url}/api/v1/submissions/${randomUUID()}`, {
          method: 'PUT',
          headers: {
            origin: server.url,
            'content-type': type,
            'content-length': body.length,
            authorization: `Bearer ${randomBytes(32).toString('base64url')}`
          }
        });
        sending.on('response', (response) => {
          response.resume();
          resolve(response.statusCode!);
        });
        sending.on('error', reject);
        sending.write(body.subarray(0, half));
        setTimeout(() => {
          server.process.kill('SIGTERM');
          setTimeout(() => sending.end(body.subarray(half)), 500);
        }, 500);
      }),
      new Promise((resolve) => server.process.once('close', resolve)).then((code) => expect(code).toBe(0))
    ]);
    expect(status).toBe(201);
  } finally {
    await server.stop();
  }
});

test('a wrong configuration is told in one line, and nothing starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-wrong-'));
  const campaigns = join(folder, 'campaigns.json');
  await writeFile(campaigns, JSON.stringify([{ code: 'x!' }]));
  const started = async (env: Record<string, string>) => {
    const child = spawn(process.execPath, ['scripts/serve.mjs'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PORT: String(await freePort()), GRADFRAME_DATA: join(folder, 'data'), ...env }
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (told += part));
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, told };
  };
  try {
    const wrong: [Record<string, string>, RegExp][] = [
      [{ PORT: 'many' }, /^PORT must be/],
      [{ ORIGIN: 'photo.example.edu.cn' }, /^ORIGIN must be/],
      [{ GRADFRAME_CAMPAIGNS: join(folder, 'none.json') }, /^The configuration is wrong: campaigns file/],
      [{ GRADFRAME_CAMPAIGNS: campaigns }, /^The configuration is wrong: campaigns\[0\]\.code/],
      [{ GRADFRAME_CODE_KEYS: 'nonsense' }, /^The configuration is wrong: GRADFRAME_CODE_KEYS/],
      [{ XFF_DEPTH: '0' }, /^XFF_DEPTH must be/],
      [{ GRADFRAME_ADDRESS_LIMIT: 'many' }, /^The configuration is wrong: GRADFRAME_ADDRESS_LIMIT/],
      [{ GRADFRAME_ADMIN_PASSKEYS: 'yes' }, /^The configuration is wrong: GRADFRAME_ADMIN_PASSKEYS/]
    ];
    for (const [env, line] of wrong) {
      const { code, told } = await started(env);
      expect(told).toMatch(line);
      expect(code, told).toBe(2);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
