import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { MortalServer } from '../scripts/faults/server';
import { finishedFile } from '../src/lib/server/testing/photo';
import { problemCodes } from '../src/lib/api/problems';
import { Dice } from './hostile/dice';
import { hostileFiles } from './hostile/files';
import { agreedDetails } from '../src/lib/server/testing/submission';
import { hostileRequests, type HostileRequest } from './hostile/requests';

const inputs = 500;
const atOnce = 10;
/** The most the server may come to hold beyond what it had before, MB: many times what the inputs take one by one. */
const moreMb = 400;

const key = 'k'.repeat(43);

/** Peak resident memory of a process, MB. */
async function peakMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)![1]) / 1024;
}

async function ask(url: string, { path, method = 'PUT', headers, form, body }: HostileRequest) {
  const data = form && new FormData();
  for (const [name, value] of Object.entries(form ?? {})) data!.set(name, value);
  const all = { origin: url, authorization: `Bearer ${key}`, ...headers };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return fetch(`${url}${path ?? `/api/v1/submissions/${randomUUID()}`}`, {
    method,
    headers: sent,
    body: data ?? body,
    ...(body instanceof ReadableStream && { duplex: 'half' })
  });
}

test('five hundred hostile files and requests are refused by a known code, and the server lives on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-hostile-'));
  const server = await MortalServer.over(folder);
  const good = new Blob([await finishedFile()]);
  const requests = hostileRequests(good);
  const files = await hostileFiles();
  const make = (number: number): HostileRequest => {
    const dice = new Dice(number + 1);
    if (number % 2) return requests[((number - 1) / 2) % requests.length]!(dice);
    const { title, content } = files[(number / 2) % files.length]!(dice);
    return { title, form: formOf(new Blob([new Uint8Array(content)])) };
  };
  try {
    // A good one first: everything is started, and the form itself is right.
    expect((await ask(server.url, { title: 'good', form: formOf(good) })).status).toBe(201);
    const before = await peakMb(server.pid);
    const counts: Record<string, number> = {};
    const unrefused: string[] = [];
    let next = 0;
    const worker = async () => {
      for (let number = next++; number < inputs; number = next++) {
        const input = make(number);
        let answer = await ask(server.url, input).catch(asError);
        // An answer that comes before its request was read closes the connection, which another request may then meet.
        for (let tries = 1; answer instanceof Error && tries < atOnce; tries++)
          answer = await ask(server.url, make(number)).catch(asError);
        const code = answer instanceof Error ? answer.message : await codeOf(answer);
        counts[code] = (counts[code] ?? 0) + 1;
        if (!problemCodes.some((known) => known === code) || code === 'server.unavailable')
          unrefused.push(`${number} ${input.title}: ${code}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    console.log(JSON.stringify(counts));
    expect(unrefused).toEqual([]);
    expect(Object.keys(counts).length).toBeGreaterThan(15);
    expect((await peakMb(server.pid)) - before).toBeLessThan(moreMb);
    const another = new Blob([await finishedFile(2)]);
    expect((await ask(server.url, { title: 'good', form: formOf(another) })).status).toBe(201);
    const kept = await readdir(join(folder, 'photos'), { recursive: true });
    expect(kept.filter((name) => name.includes('.'))).toHaveLength(2);
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

const asError = (error: unknown) => error as Error;

async function codeOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type');
  if (answer.ok || type !== 'application/problem+json') return `${answer.status} ${type}`;
  return ((await answer.json()) as { code: string }).code;
}

function formOf(photo: Blob) {
  return {
    photo,
    registration: JSON.stringify({ studentNumber: '2022310001', name: '林晓', source: 'typed' }),
    report: JSON.stringify({
      standard: 'chsi-99',
      kind: 'still',
      verdict: 'pass',
      findings: [],
      reasons: []
    }),
    details: JSON.stringify(agreedDetails())
  };
}
