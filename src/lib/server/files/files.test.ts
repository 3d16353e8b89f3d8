import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3Env, startS3 } from '../testing/s3';
import { encryptPlain, type FileKeys } from './encrypted';
import type { PhotoFiles } from './files';
import { folderFiles } from './folder';
import { openPhotos, openStored } from './open';
import { readS3, s3Files } from './s3';

const folder = mkdtemp(join(tmpdir(), 'gradframe-files-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const listed = async (files: PhotoFiles) => {
  const names: string[] = [];
  for await (const { sha256, at } of files.list()) {
    expect(Math.abs(Date.now() - at)).toBeLessThan(120_000);
    names.push(sha256);
  }
  return names.sort();
};
const keys: FileKeys = new Map([['a1', randomBytes(32)]]);

/** One contract for every store. */
function contract(kind: string, open: () => Promise<PhotoFiles>) {
  describe(`photos in ${kind}`, () => {
    let files: PhotoFiles;
    beforeAll(async () => void (files = await open()), 60_000);

    it('come back as they were put, once, and go', async () => {
      const contents = [randomBytes(40_000), randomBytes(1), randomBytes(1_048_576)].map(
        (bytes) => new Uint8Array(bytes)
      );
      for (const content of contents) {
        await files.put(hashOf(content), content);
        await files.put(hashOf(content), content);
        expect(hashOf((await files.get(hashOf(content)))!)).toBe(hashOf(content));
      }
      expect(await listed(files)).toEqual(contents.map(hashOf).sort());
      const first = hashOf(contents[0]!);
      await files.remove(first);
      await files.remove(first);
      expect(await files.get(first)).toBeNull();
      expect(await listed(files)).toHaveLength(2);
    });

    it('tell whether they can be put', async () => {
      const before = await listed(files);
      await expect(files.check()).resolves.toBeUndefined();
      expect(await listed(files)).toEqual(before);
    });

    it('are put at once by many, under no other name than a hash', async () => {
      const content = new Uint8Array(randomBytes(30_000));
      const name = hashOf(content);
      await Promise.all(Array.from({ length: 10 }, () => files.put(name, content)));
      expect(await files.get(name)).toEqual(content);
      await expect(files.put('../../x', content)).rejects.toThrow('SHA-256');
      await expect(files.get(`${name}/..`)).rejects.toThrow('SHA-256');
    });
  });
}

const none: FileKeys = new Map();
contract('a folder', async () => openPhotos(join(await folder, 'plain'), none, {}));
contract('an encrypted folder', async () => openPhotos(join(await folder, 'hidden'), keys, {}));
let server: Awaited<ReturnType<typeof startS3>> | undefined;
afterAll(() => server?.stop());
contract('an S3 store', async () => {
  server = await startS3();
  return openPhotos(server.address, none, s3Env);
});

it('are all told by an S3 store that lists a thousand at a time', async () => {
  const files = await openPhotos(server!.address.replace('/2026', '/2027'), none, s3Env);
  const names = Array.from({ length: 1_050 }, (_, number) => hashOf(new TextEncoder().encode(`${number}`)));
  const some = Array.from({ length: 50 }, (_, at) => names.slice(at * 21, (at + 1) * 21));
  for (const group of some) await Promise.all(group.map((name) => files.put(name, new Uint8Array(1))));
  expect(await listed(files)).toEqual(names.sort());
}, 60_000);

it('stay whole in an S3 store when a put of the same breaks off', async () => {
  const settings = readS3(server!.address.replace('/2026', '/2028'), s3Env);
  const files = s3Files(settings);
  const content = new Uint8Array(randomBytes(60_000));
  const sha256 = hashOf(content);
  await files.put(sha256, content);
  const { endpoint, bucket, prefix } = settings;
  const client = new AwsClient({ ...settings, service: 's3' });
  const { url, headers } = await client.sign(`${endpoint}/${bucket}/${prefix}/${sha256}.jpg`, {
    method: 'PUT',
    body: content,
    headers: { 'x-amz-content-sha256': sha256 }
  });
  const length = { 'content-length': content.length };
  const sending = request(url, { method: 'PUT', headers: { ...Object.fromEntries(headers), ...length } });
  const broken = new Promise((resolve) => sending.once('close', resolve));
  sending.on('error', () => undefined);
  await new Promise((resolve) => sending.write(content.subarray(0, 30_000), resolve));
  // The store has begun to take it when it answers something that was asked later.
  await files.check();
  sending.destroy();
  await broken;
  await files.check();
  expect(hashOf((await files.get(sha256))!)).toBe(sha256);
});

describe('encrypted photos', () => {
  it('cannot be read from the disk, changed, or exchanged; older ones in clear still can', async () => {
    const where = join(await folder, 'rest');
    const [plain, hidden] = [await folderFiles(where), await openPhotos(where, keys, {})];
    const content = new TextEncoder().encode('a face'.repeat(100));
    const name = hashOf(content);
    await plain.put(name, content);
    expect(await hidden.get(name)).toEqual(content);
    await hidden.put(name, content);
    const [path] = (await readdir(where, { recursive: true })).filter((entry) => entry.endsWith('.jpg'));
    const kept = await readFile(join(where, path!));
    expect(kept.includes('a face')).toBe(false);
    expect(await hidden.get(name)).toEqual(content);
    const other = 'f'.repeat(64);
    await plain.put(other, new Uint8Array(kept));
    await expect(hidden.get(other)).rejects.toThrow();
    await plain.remove(other);
    kept[kept.length - 1]! ^= 1;
    await writeFile(join(where, path!), kept);
    await expect(hidden.get(name)).rejects.toThrow();
    const strangers = await openPhotos(where, new Map([['b2', randomBytes(32)]]), {});
    await expect(strangers.get(name)).rejects.toThrow('key');
  });
});

it('are not read when they are not what their name says, in clear or encrypted', async () => {
  const where = join(await folder, 'swapped');
  const [mine, swapped] = [new Uint8Array([1, 2, 3]), new Uint8Array([3, 2, 1])];
  const stored = await openStored(where, {});
  await stored.put(hashOf(mine), swapped);
  for (const set of [none, keys])
    expect(await (await openPhotos(where, set, {})).get(hashOf(mine))).toBeNull();
  await (await openPhotos(where, keys, {})).put(hashOf(swapped), swapped);
  const hidden = (await stored.get(hashOf(swapped)))!;
  await stored.put(hashOf(mine), hidden);
  expect(await (await openPhotos(where, none, {})).get(hashOf(mine))).toBeNull();
});

it('from before the keys are encrypted by a command, but for those that were altered', async () => {
  const where = join(await folder, 'older');
  const stored = await openStored(where, {});
  const contents = [1, 2, 3].map((byte) => new Uint8Array([byte, byte]));
  for (const content of contents.slice(0, 2)) await stored.put(hashOf(content), content);
  await stored.put(hashOf(contents[2]!), contents[0]!);
  expect(await encryptPlain(stored, keys)).toEqual({ encrypted: 2, altered: 1 });
  expect(await encryptPlain(stored, keys)).toEqual({ encrypted: 0, altered: 1 });
  const files = await openPhotos(where, keys, {});
  expect(await files.get(hashOf(contents[0]!))).toEqual(contents[0]);
  expect(
    Buffer.from((await stored.get(hashOf(contents[0]!)))!)
      .subarray(0, 4)
      .toString()
  ).toBe('GFE1');
});

it('go to S3 with the hash of what is sent, under the signature', async () => {
  const heads: IncomingHttpHeaders[] = [];
  const store = createServer((request, response) => {
    heads.push(request.headers);
    request.resume().on('end', () => response.end());
  }).listen(0, '127.0.0.1');
  await once(store, 'listening');
  const { port } = store.address() as AddressInfo;
  const files = await openStored(`s3://photos?endpoint=http://127.0.0.1:${port}`, s3Env);
  const content = new Uint8Array([1, 2, 3]);
  await files.put(hashOf(content), content);
  expect(heads[0]).toMatchObject({
    'x-amz-checksum-sha256': Buffer.from(hashOf(content), 'hex').toString('base64'),
    'x-amz-content-sha256': hashOf(content)
  });
  expect(heads[0]!.authorization).toMatch(/SignedHeaders=[^,]*x-amz-checksum-sha256/);
  store.close();
});

it('tell when the store is gone', async () => {
  const where = join(await folder, 'removed');
  const files = await folderFiles(where);
  await rm(where, { recursive: true });
  await expect(files.check()).rejects.toThrow('ENOENT');
  // Something else under its name can be opened, and takes no photo.
  await writeFile(where, '');
  await expect(files.check()).rejects.toThrow('ENOTDIR');
  const nobody = await openPhotos('s3://photos?endpoint=http://127.0.0.1:9', none, s3Env);
  await expect(nobody.check()).rejects.toThrow();
});

it('wait for a store that takes connections and never answers as long as a student waits, and no longer', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const files = await openPhotos(`s3://photos?endpoint=http://127.0.0.1:${port}`, none, s3Env, 200);
  const began = performance.now();
  const asked = [files.put('a'.repeat(64), new Uint8Array(9)), files.get('b'.repeat(64)), files.check()];
  for (const answer of asked) await expect(answer).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(3000);
  silent.closeAllConnections();
  silent.close();
});

it('leave alone what another process is still writing, and remove what a killed one left', async () => {
  const where = join(await folder, 'parts');
  await folderFiles(where);
  await mkdir(join(where, 'ab'));
  const here = hostname().replace(/[^\w-]/g, '-');
  const ended = spawnSync(process.execPath, ['-e', '']).pid;
  const before = new Date(Date.now() - 2 * 3_600_000);
  const files: [name: string, stays: boolean, at?: Date][] = [
    [`a.jpg.${here}.${process.ppid}-1.part`, true],
    [`b.jpg.${here}.${ended}-1.part`, false],
    [`c.jpg.another-machine.${ended}-1.part`, true],
    [`d.jpg.another-machine.${process.ppid}-1.part`, false, before],
    ['e.jpg.7-1.part', true],
    ['f.jpg.7-1.part', false, before]
  ];
  for (const [name, , at = new Date()] of files) {
    await writeFile(join(where, 'ab', name), 'half');
    await utimes(join(where, 'ab', name), at, at);
  }
  await folderFiles(where);
  const left = files.filter(([, stays]) => stays).map(([name]) => name);
  expect((await readdir(join(where, 'ab'))).sort()).toEqual(left);
});

it('says what an S3 address lacks', () => {
  expect(() => readS3('s3://photos?endpoint=http://s3.example.org', s3Env)).toThrow('https');
  expect(readS3('s3://photos?endpoint=http://localhost:9000', s3Env).endpoint).toBe('http://localhost:9000');
  expect(() => readS3('s3://photos', s3Env)).toThrow('endpoint');
  expect(() => readS3('s3://photos?endpoint=https://s3.example.org', {})).toThrow('AWS_ACCESS_KEY_ID');
  expect(readS3('s3://photos/a/b/?endpoint=https://s3.example.org/&region=cn', s3Env)).toMatchObject({
    bucket: 'photos',
    prefix: 'a/b',
    region: 'cn',
    endpoint: 'https://s3.example.org'
  });
});
