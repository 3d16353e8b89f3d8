import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '$lib/api/request';
import { partBytes, sendInParts } from './in-parts';
import type { SqlDatabase } from '../server/store/sql';
import { openSqlite } from '../server/store/sqlite';
import { bodyParts } from '../server/store/parts';
import { readRange } from '../server/submission/range';

const size = 3 * partBytes + 100;
const content = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251);
const body = new Blob([content], { type: 'multipart/form-data; boundary=x' });
const broken: Failure = { ok: false, code: 'unreachable', retry: true };
const refused: Failure = { ok: false, code: 'photo.size', retry: false };

const owner = { key: 'k', type: 'form', network: '203.0.113.1' };
let folder: string;
/** Three endpoints over one database. */
let endpoints: SqlDatabase[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-in-parts-'));
  endpoints = [];
  for (let i = 0; i < 3; i++) endpoints.push(await openSqlite(join(folder, 'test.db')));
});
afterEach(async () => {
  for (const one of endpoints) await one.close();
  await rm(folder, { recursive: true, force: true });
});

/** The endpoint's own parts behind a network that breaks the requests of these numbers, before or after they arrive. */
function network(breaks: Record<number, 'before' | 'after'> = {}, instances = 1, id: string = randomUUID()) {
  const all = endpoints.slice(0, instances).map((db) => bodyParts(db));
  const ranges: string[] = [];
  let taken: Uint8Array | null = null;
  const send = async (part: Blob, range: string) => {
    const fault = breaks[ranges.push(range) - 1];
    if (fault === 'before') return broken;
    const bytes = new Uint8Array(await part.arrayBuffer());
    const parts = all[ranges.length % instances]!;
    const { received, whole } = await parts.add({ ...owner, id }, readRange(range, size)!, bytes);
    if (fault === 'after') return broken;
    taken = whole;
    return whole ? refused : { ok: true as const, value: { received } };
  };
  const shares: number[] = [];
  const run = () => sendInParts(body, send, (share) => shares.push(share));
  return { run, ranges, shares, taken: () => taken };
}

describe('sendInParts', () => {
  it('asks, sends what is missing in order, and tells the answer to the last', async () => {
    const { run, ranges, shares, taken } = network();
    expect(await run()).toBe(refused);
    expect(taken()).toEqual(content);
    expect(ranges).toEqual([
      `bytes */${size}`,
      `bytes 0-16383/${size}`,
      `bytes 16384-32767/${size}`,
      `bytes 32768-49151/${size}`,
      `bytes 49152-49251/${size}`
    ]);
    expect(shares).toEqual([0, 16384 / size, 32768 / size, 49152 / size]);
  });

  it('goes on where it stopped, whether the part or its answer was lost', async () => {
    for (const fault of ['before', 'after'] as const) {
      const { run, ranges, taken } = network({ 2: fault });
      expect(await run()).toBe(refused);
      expect(taken()).toEqual(content);
      // Nothing that arrived is sent again.
      expect(ranges).toHaveLength(fault === 'before' ? 7 : 6);
    }
  });

  it.each([1, 2, 3])('arrives at %i endpoints that answer by turns', async (instances) => {
    const { run, ranges, taken } = network({}, instances);
    expect(await run()).toBe(refused);
    expect(taken()).toEqual(content);
    expect(ranges).toHaveLength(5);
  });

  it('gives up on a network that is gone, and goes on from there the next time', async () => {
    const first = network({ 2: 'before', 3: 'before' }, 1, 'one');
    expect(await first.run()).toBe(broken);
    const second = network({}, 1, 'one');
    expect(await second.run()).toBe(refused);
    expect(second.ranges[1]).toBe(`bytes 16384-32767/${size}`);
    expect(second.taken()).toEqual(content);
  });

  it('gives up on an endpoint that forgets every part', async () => {
    const answer = await sendInParts(
      body,
      () => Promise.resolve({ ok: true, value: { received: 0 } }),
      () => undefined
    );
    expect(answer).toMatchObject({ code: 'server.unavailable', retry: true });
  });
});
