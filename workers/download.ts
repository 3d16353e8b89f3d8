import { CoreError } from './errors';
import type { ProgressListener } from './protocol';

/**
 * Fetches files of our own origin, in parallel, telling the bytes so far over all of them. `total` stays 0 while a
 * length is unknown or is that of a compressed transfer.
 *
 * @throws CoreError `model.load` when one cannot be had
 */
export async function download(
  urls: readonly string[],
  onProgress?: ProgressListener
): Promise<Uint8Array<ArrayBuffer>[]> {
  const loaded = urls.map(() => 0);
  const totals = urls.map(() => 0);
  const tell = () => {
    const total = totals.every((size) => size > 0) ? sum(totals) : 0;
    onProgress?.({ loaded: sum(loaded), total });
  };
  const one = async (url: string, index: number) => {
    const response = await fetch(url);
    if (!response.ok || !response.body) throw new CoreError('model.load');
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
    throw new CoreError('model.load', { cause });
  }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
