import type { FetchTrouble } from '$lib/offline/messages';
import { within } from '$lib/platform/within';
import { isRight, sumOf } from './sums';

/** On a kept answer: what it was checked against. Without it, it was kept by a version that did not check. */
const mark = 'x-checked';
/** A cache that does not open in this time is done without. */
const openMs = 3_000;

/** Null where caches are forbidden, or do not answer. */
export async function openCache(name: string): Promise<Cache | null> {
  try {
    return await within(openMs, caches.open(name));
  } catch {
    // the files are then fetched each time
    return null;
  }
}

/** The right file out of a cache; what is kept under its name and is not that file is thrown away. */
export async function keptIn(cache: Cache | null, path: string): Promise<Response | undefined> {
  // No answer: as if it were not kept.
  const kept = cache && (await within(openMs, cache.match(path)).catch(() => undefined));
  if (!cache || !kept) return undefined;
  if (kept.headers.get(mark) === sumOf(path)) return kept;
  const bytes = await kept.arrayBuffer();
  if (await isRight(path, bytes)) return keep(cache, path, kept, bytes);
  await cache.delete(path);
  return undefined;
}

/** What came instead of a file. */
export class WrongAnswer extends Error {
  readonly trouble: FetchTrouble;
  constructor(trouble: FetchTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/**
 * Fetches a file and keeps it; an answer that is not that file is asked for again past the browser's own cache.
 *
 * @throws WrongAnswer when it cannot be had
 */
export async function fetchInto(
  cache: Cache,
  path: string,
  mode: RequestCache = 'default'
): Promise<Response> {
  let answer: Response;
  let bytes: ArrayBuffer;
  try {
    // For later: what a page waits for goes before it.
    answer = await fetch(path, { cache: mode, priority: 'low' });
    bytes = await answer.arrayBuffer();
  } catch {
    // no network
    throw new WrongAnswer('network');
  }
  if (answer.ok && (await isRight(path, bytes))) return keep(cache, path, answer, bytes);
  if (mode !== 'reload') return fetchInto(cache, path, 'reload');
  throw new WrongAnswer(diagnose(answer));
}

/** Keeps an answer while it is read, if it turns out to be the file. */
export async function keepIfRight(cache: Cache, path: string, answer: Response): Promise<void> {
  try {
    const bytes = await answer.arrayBuffer();
    if (await isRight(path, bytes)) await keep(cache, path, answer, bytes);
  } catch {
    // The line broke, or there is no room: it is fetched again when it is needed.
  }
}

async function keep(cache: Cache, path: string, answer: Response, bytes: ArrayBuffer): Promise<Response> {
  const headers = new Headers(answer.headers);
  // The bytes are unpacked.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  headers.set(mark, sumOf(path) ?? '');
  const checked = new Response(bytes, { headers });
  // A full disk costs the kept copy, not the answer.
  await cache.put(path, checked.clone()).catch(() => undefined);
  return checked;
}

/** A page in place of a file is a network's that wants to be signed in to first. */
const diagnose = (answer: Response): FetchTrouble => {
  if (answer.redirected || /text\/html/.test(answer.headers.get('content-type') ?? ''))
    return answer.ok ? 'captive' : 'server';
  return answer.ok ? 'damaged' : 'server';
};
