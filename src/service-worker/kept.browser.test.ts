import { afterEach, expect, it, vi } from 'vitest';
import { fetchInto, keepIfRight, keptIn, openCache, WrongAnswer } from './kept';

// What a build writes in; outside a service worker there is no such module.
const start = vi.hoisted(() => '/_app/immutable/entry/start.abc.js');
vi.mock('$service-worker', () => ({ build: [start], files: [], version: '7' }));

const name = 'kept-test';
const path = '/app.js';
const ours = `<!doctype html><script type="module" src="${start}"></script></html>`;
afterEach(() => caches.delete(name));

it('gives nothing out of a cache, and keeps nothing in it, that is not the file of its path', async () => {
  const cache = (await openCache(name))!;
  // As a version that did not check would have kept a portal's page.
  await cache.put(path, new Response('<html>Sign in</html>'));
  expect(await keptIn(cache, path)).toBeUndefined();
  expect(await cache.match(path)).toBeUndefined();
  await keepIfRight(cache, path, new Response('<html>Sign in</html>'));
  expect(await cache.keys()).toEqual([]);
  expect(await keptIn(null, path)).toBeUndefined();
});

it('keeps a whole page of this version, and no other', async () => {
  const cache = (await openCache(name))!;
  for (const other of ['<html>Sign in</html>', ours.slice(0, -7), ours.replace('abc', 'xyz')]) {
    await keepIfRight(cache, '/', new Response(other));
    expect(await cache.keys(), other).toEqual([]);
  }
  await keepIfRight(cache, '/', new Response(ours));
  expect(await (await keptIn(cache, '/'))!.text()).toBe(ours);
});

it('says that a file cannot be had, and why', async () => {
  const cache = (await openCache(name))!;
  const asked = fetchInto(cache, '/no-such-file.js');
  await expect(asked).rejects.toBeInstanceOf(WrongAnswer);
  await expect(asked).rejects.toHaveProperty('trouble');
  const noNetwork = fetchInto(cache, 'http://127.0.0.1:1/');
  await expect(noNetwork).rejects.toMatchObject({ trouble: 'network' });
});
