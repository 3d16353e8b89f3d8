import type { Prepared } from '$lib/offline/messages';
import { inModels, model } from './cache';
import { scope } from './scope';

/** Fetches models ahead of need, one after another, and tells how far it is. */
export async function prepare(
  urls: readonly string[],
  tell: (progress: Prepared) => void,
  hold: (work: Promise<unknown>) => void
): Promise<void> {
  const paths = urls.map((url) => new URL(url, scope.location.origin).pathname).filter(inModels);
  let files = 0;
  for (const path of paths) {
    try {
      const response = await model(path, hold);
      // Read to its end: only then is it stored.
      await response.body?.pipeTo(new WritableStream());
      if (response.ok) files++;
    } catch {
      // No network for this one: it is fetched when it is needed.
    }
    tell({ files, total: paths.length, done: false });
  }
  tell({ files, total: paths.length, done: true });
}
