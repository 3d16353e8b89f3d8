import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { resolveStandard } from '$workers/standard/resolve';
import type { PhotoFiles } from '../files/files';
import { countPictures, entriesAfter, forgetEntries } from '../store/farm';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { clearFarm } from './clear';
import { mostTries, openFarm, type Farm, type FarmFiles, type FarmOptions } from './farm';
import { farmAddress, farmFiles } from './place';
import { farmQueue, type Claim, type FarmQueue } from './queue';

const leaseSeconds = 1;
const options: FarmOptions = { standard: resolveStandard(), matte: 'fast' };
const at = '2026-05-01T08:00:00.000Z';
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const hash = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const waitFor = { timeout: 20_000, interval: 100 };

let folder: string;
let server: TestPostgres;
let db: SqlDatabase;
let queue: FarmQueue;
let files: FarmFiles;
let farm: Farm;
let number = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-farm-'));
  server = await startPostgres();
}, 60_000);
beforeEach(async () => {
  db = await openDatabase(await server.address(`farm_${++number}`));
  queue = await farmQueue(db, leaseSeconds);
  files = await farmFiles(join(folder, String(number)), new Map(), {});
  farm = openFarm(db, queue, files);
  return async () => {
    await queue.stop();
    await db.close();
  };
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const submit = (name: string, content: string, campaign = 'C', when = at, place = 0) =>
  farm.submit({ campaign, name, content: bytes(content), options, place }, when);
async function claimed(): Promise<Claim> {
  const claim = await vi.waitUntil(() => farm.claim(), waitFor);
  return claim!;
}
const rows = (campaign = 'C') => entriesAfter(db, campaign, { at: '', place: -1 }, 100);
async function listed(of: PhotoFiles): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256 } of of.list()) names.push(sha256);
  return names.sort();
}

describe('the farm', () => {
  it('finishes a content once for each way, under all the names it came with', async () => {
    expect(await submit('1.jpg', 'a', 'C', at, 0)).toBe('new');
    expect(await submit('2.jpg', 'a', 'C', at, 1)).toBe('known');
    expect(await submit('1.jpg', 'a')).toBe('known');
    const fine = { ...options, matte: 'fine' as const };
    expect(
      await farm.submit({ campaign: 'D', name: '1.jpg', content: bytes('a'), options: fine, place: 0 }, at)
    ).toBe('new');
    const claim = await claimed();
    expect(Buffer.from(await farm.pictureOf(claim)).toString()).toBe('a');
    expect(await farm.optionsOf(claim)).toEqual(options);
    await farm.done(claim, { verdict: 'pass' }, bytes('photo'));
    expect(await submit('3.jpg', 'a', 'C', at, 2)).toBe('known');
    expect((await rows()).map(({ name, state, photo }) => [name, state, photo])).toEqual(
      ['1.jpg', '2.jpg', '3.jpg'].map((name) => [name, 'done', hash(bytes('photo'))])
    );
    expect((await claimed()).options).not.toBe(claim.options);
    expect(await farm.claim()).toBeNull();
  });

  it('takes the newest content of a name', async () => {
    await submit('1.jpg', 'a');
    await submit('1.jpg', 'b');
    expect(await rows()).toHaveLength(1);
    expect((await rows())[0]!.key).not.toBe((await claimed()).key);
  });

  it('gives a picture to another worker when its lease has ended, and to none while it beats', async () => {
    await submit('1.jpg', 'a');
    const first = await claimed();
    for (const until = Date.now() + 4 * leaseSeconds * 1000; Date.now() < until;) {
      expect(await queue.beat([first])).toEqual([first.id]);
      expect(await farm.claim()).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const second = await claimed();
    expect(second).toEqual({ ...first, tries: 1 });
    expect(await queue.beat([first])).toEqual([]);
    expect(await queue.beat([second])).toEqual([second.id]);
  }, 40_000);

  it('keeps one answer and one file of two workers that held the same', async () => {
    await submit('1.jpg', 'a');
    const first = await claimed();
    const second = await claimed();
    // Lost by now: its failure takes nothing from who holds it.
    await farm.failed(first, 'E_LATE');
    expect(await queue.beat([first, second])).toEqual([second.id]);
    await farm.done(second, { by: 'second' }, bytes('of the second'));
    await farm.done(first, { by: 'first' }, bytes('of the first'));
    // Lost before it failed: it says nothing either.
    await farm.failed(first, 'E_LATE');
    await farm.dead(first, 'E_LATE');
    expect((await rows()).map(({ state, answer }) => [state, answer])).toEqual([['done', '{"by":"second"}']]);
    expect(await listed(files.photos)).toEqual([hash(bytes('of the second'))]);
    expect(await farm.claim()).toBeNull();
  }, 40_000);

  it('gives back at once, without counting a try', async () => {
    await submit('1.jpg', 'a');
    const claim = await claimed();
    await queue.giveBack(claim);
    expect(await farm.claim()).toEqual(claim);
  });

  it('tries again later what failed, gives it up with its cause, and begins anew when asked', async () => {
    await submit('1.jpg', 'a');
    await submit('2.jpg', 'b');
    let claim = await claimed();
    expect(await farm.failed(claim, 'E_ONCE')).toBe(false);
    // The other one comes first: the failed one waits.
    const other = await claimed();
    expect(other.key).not.toBe(claim.key);
    await farm.dead(other, 'file.corrupt');
    claim = await claimed();
    expect(claim.tries).toBe(1);
    expect(await farm.failed({ ...claim, tries: mostTries - 1 }, 'E_AGAIN')).toBe(true);
    expect(await countPictures(db)).toEqual({ waiting: 0, done: 0, dead: { E_AGAIN: 1, 'file.corrupt': 1 } });
    expect(await farm.retry('E_AGAIN')).toBe(1);
    expect(await claimed()).toMatchObject({ key: claim.key, tries: 0 });
    expect(await farm.retry(null)).toBe(1);
    expect((await claimed()).key).toBe(other.key);
  }, 40_000);

  it('takes a submitted name and its picture in one transaction with the queue', async () => {
    await submit('1.jpg', 'a');
    const failing = openFarm(db, { ...queue, add: () => Promise.reject(new Error('no')) }, files);
    await expect(
      failing.submit({ campaign: 'C', name: '2.jpg', content: bytes('b'), options, place: 1 }, at)
    ).rejects.toThrow('no');
    expect((await rows()).map(({ name }) => name)).toEqual(['1.jpg']);
  });

  it('forgets what it has kept long enough, and what no entry is left of', async () => {
    const dayMs = 24 * 60 * 60_000;
    await submit('old.jpg', 'a');
    await submit('old too.jpg', 'b');
    await farm.done(await claimed(), {}, bytes('A'));
    await farm.done(await claimed(), {}, bytes('B'));
    // The same picture, newly submitted.
    await submit('new.jpg', 'b', 'C', new Date(Date.parse(at) + 25 * dayMs).toISOString());
    await files.photos.put(hash(bytes('of nobody')), bytes('of nobody'));
    expect(await clearFarm(db, files, 30, Date.parse(at) + 29 * dayMs)).toEqual({ entries: 0, swept: 0 });
    const done = await clearFarm(db, files, 30, Date.parse(at) + 31 * dayMs);
    expect(done.entries).toBe(2);
    expect((await rows()).map(({ name }) => name)).toEqual(['new.jpg']);
    expect(await listed(files.pictures)).toEqual([hash(bytes('b'))]);
    await clearFarm(db, files, 30, Date.now() + 2 * dayMs);
    expect(await listed(files.photos)).not.toContain(hash(bytes('of nobody')));
  });

  it('forgets one student’s pictures, and nobody else’s', async () => {
    const names = [
      '20220001.jpg',
      'class 1/20220001.png',
      '20220001',
      '202200010.jpg',
      '2022000_.jpg',
      'x20220001.jpg'
    ];
    for (const [place, name] of names.entries()) await submit(name, name, 'C', at, place);
    await submit('20220001.jpg', 'other', 'D');
    await db.transaction((sql) => forgetEntries(sql, { campaign: 'C', studentNumber: '20220001' }));
    expect((await rows()).map(({ name }) => name)).toEqual(names.slice(3));
    expect(await rows('D')).toHaveLength(1);
    await db.transaction((sql) => forgetEntries(sql, { campaign: 'C', studentNumber: '2022000_' }));
    expect((await rows()).map(({ name }) => name)).toEqual(['202200010.jpg', 'x20220001.jpg']);
  });
});

it('keeps its pictures apart from the submitted photos', () => {
  expect(farmAddress('/data/photos', '/data')).toBe('/data/farm');
  expect(farmAddress('s3://b/class?endpoint=https://s3.example&region=x', '/data')).toBe(
    's3://b/class/farm?endpoint=https://s3.example&region=x'
  );
});
