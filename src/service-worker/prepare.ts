import type { Fetched, FetchTrouble } from '$lib/offline/messages';
import { fillShell, inModels, isModelKept, keepTexts, model, modelAnew, texts } from './cache';
import { WrongAnswer } from './kept';
import { scope } from './scope';

/** Between two messages about one file. */
const tellEveryMs = 250;

/** Fetches whatever is not here, one after another, and tells how far it is: shell, the page's `urls` in its order, every language. */
export async function prepare(
  urls: readonly string[],
  tell: (progress: Fetched) => void,
  hold: (work: Promise<unknown>) => void
): Promise<void> {
  const files = urls.map((url) => new URL(url, scope.location.origin).pathname).filter(inModels);
  const counted = { files: 0, loaded: 0, trouble: null as FetchTrouble | null };
  let told = 0;
  const say = (done: boolean) => tell({ ...counted, total: files.length + texts.length + 1, done });
  const counter = () =>
    new WritableStream<Uint8Array>({
      write({ byteLength }) {
        counted.loaded += byteLength;
        if (performance.now() - told < tellEveryMs) return;
        told = performance.now();
        say(false);
      }
    });
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      counted.files++;
    } catch (error) {
      // It is fetched when it is needed; the page tells what stands in the way.
      counted.trouble ??= error instanceof WrongAnswer ? error.trouble : 'storage';
    }
    say(false);
  };
  // The browser may have evicted some of it.
  await attempt(fillShell);
  for (const path of files)
    await attempt(async () => {
      // Passed through the counter, so that a slow line shows as progress.
      await model(path, hold).then(
        ({ body }) => body?.pipeTo(counter()),
        () => undefined
      );
      if (await isModelKept(path)) return;
      await modelAnew(path);
      if (!(await isModelKept(path))) throw new WrongAnswer('storage');
    });
  for (const path of texts) await attempt(() => keepTexts(path));
  say(true);
}
