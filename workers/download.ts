import { CoreError } from './errors';
import type { ProgressListener } from './protocol';

/**
 * Milliseconds without a single byte after which a transfer counts as stalled: a slow line brings some in this time,
 * a captive portal or a broken proxy brings none for ever.
 */
const stallMs = 30_000;

/**
 * Fetches files of our own origin, in parallel, telling the bytes so far over all of them. `total` stays 0 while a
 * length is unknown or is that of a compressed transfer.
 *
 * @throws CoreError `model.load` when one cannot be had, or stalls
 */
export async function download(
  urls: readonly string[],
  onProgress?: ProgressListener,
  limitMs = stallMs
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
  const one = async (url: string, index: number) => {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
    if (!response.headers.get('content-encoding'))
      totals[index] = Number(response.headers.get('content-length') ?? 0);
    const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, next) {
        loaded[index]! += part.length;
        tell();
        next.enqueue(part);
      }
    });
    return new Uint8Array(await new Response(response.body.pipeThrough(counter)).arrayBuffer());
  };
  try {
    return await Promise.all(urls.map(one));
  } catch (cause) {
    throw new CoreError('model.load', { cause, stage: 'download' });
  } finally {
    clearTimeout(timer);
    // What the others still fetch is of no use when one failed.
    stop.abort();
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
