import { CoreError, loadCode } from './errors';
import type { ProgressListener } from './protocol';
import { fileSums, isRightFile } from './file-sum';

/**
 * Milliseconds without a single byte after which a transfer counts as stalled: a slow line brings some in this time,
 * a captive portal or a broken proxy brings none for ever.
 */
const stallMs = 30_000;

/**
 * Fetches files of our own origin, in parallel, telling the bytes so far over all of them. `total` stays 0 while a
 * length is unknown or is that of a compressed transfer.
 *
 * @throws CoreError `model.load` when one cannot be had, or stalls; `model.memory` when there is no room for it;
 *   `network.captive` or `file.damaged` when another came in its place, also when asked for anew
 */
export async function download(
  urls: readonly string[],
  onProgress?: ProgressListener,
  limitMs = stallMs,
  sums = fileSums
): Promise<Uint8Array<ArrayBuffer>[]> {
  const stop = new AbortController();
  const stalled = () => stop.abort(new Error(`no byte in ${limitMs / 1000} s`));
  let timer = setTimeout(stalled, limitMs);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(stalled, limitMs);
  };
  const loaded = urls.map(() => 0);
  const totals = urls.map(() => 0);
  const tell = () => {
    alive();
    const total = totals.every((size) => size > 0) ? sum(totals) : 0;
    onProgress?.({ loaded: sum(loaded), total });
  };
  const read = async (url: string, index: number, cache: RequestCache) => {
    const response = await fetch(url, { signal: stop.signal, cache });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    loaded[index] = 0;
    if (!response.headers.get('content-encoding'))
      totals[index] = Number(response.headers.get('content-length') ?? 0);
    const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, next) {
        loaded[index]! += part.length;
        tell();
        next.enqueue(part);
      }
    });
    const bytes = new Uint8Array(await new Response(response.body.pipeThrough(counter)).arrayBuffer());
    return (await isRightFile(url, bytes, sums)) ? bytes : response;
  };
  const one = async (url: string, index: number) => {
    const first = await read(url, index, 'default');
    if (first instanceof Uint8Array) return first;
    // A copy on the way may be wrong, the network's or the browser's own: past all of them.
    const second = await read(url, index, 'reload');
    if (second instanceof Uint8Array) return second;
    throw new CoreError(isPage(second) ? 'network.captive' : 'file.damaged', { stage: 'download' });
  };
  try {
    return await Promise.all(urls.map(one));
  } catch (cause) {
    if (cause instanceof CoreError) throw cause;
    throw new CoreError(loadCode(cause), { cause, stage: 'download' });
  } finally {
    clearTimeout(timer);
    // What the others still fetch is of no use when one failed.
    stop.abort();
  }
}

/** Of a network that wants to be signed in to: no file of ours is a page, or lies elsewhere. */
const isPage = (response: Response) =>
  response.redirected || /text\/html/.test(response.headers.get('content-type') ?? '');

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
