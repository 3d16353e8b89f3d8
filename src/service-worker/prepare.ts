import type { Fetched } from '$lib/offline/messages';
import { inModels, model, photoWorkers, restoreShell, text, texts } from './cache';
import { scope } from './scope';

/** Between two messages about one file. */
const tellEveryMs = 250;

/** Fetches whatever is not here, shell, photo workers, models and every language, one after another, and tells how far it is. */
export async function prepare(
  urls: readonly string[],
  tell: (progress: Fetched) => void,
  hold: (work: Promise<unknown>) => void
): Promise<void> {
  await restoreShell();
  const asked = urls.map((url) => new URL(url, scope.location.origin).pathname).filter(inModels);
  const paths = [...photoWorkers, ...asked, ...texts];
  let files = 0;
  let loaded = 0;
  let told = 0;
  const say = (done: boolean) => tell({ files, total: paths.length, loaded, done });
  const counted = () =>
    new WritableStream<Uint8Array>({
      write({ byteLength }) {
        loaded += byteLength;
        if (performance.now() - told < tellEveryMs) return;
        told = performance.now();
        say(false);
      }
    });
  for (const path of paths) {
    try {
      const response = await (texts.includes(path) ? text(path) : model(path, hold));
      // Read to its end: only then is it stored.
      await response.body?.pipeTo(counted());
      if (response.ok) files++;
    } catch {
      // No network for this one: it is fetched when it is needed.
    }
    say(false);
  }
  say(true);
}
