import type { Fetched, FetchTrouble, Preparation } from '$lib/offline/messages';
import { fillShell, inModels, isModelKept, keepTexts, model, modelAnew, texts } from './cache';
import { WrongAnswer } from './kept';
import { scope } from './scope';

/** Between two messages about one file. */
const tellEveryMs = 250;

/** The page. */
interface Asker {
  tell: (progress: Fetched) => void;
  /** Resolves when the line is not needed for what it does. */
  mayGoOn: () => Promise<void>;
}

/**
 * Fetches whatever is not here, one after another, and tells how far it is: what the camera needs, what finishes its photo,
 * the shell, the other models in their order, every language.
 */
export async function prepare(
  given: Preparation,
  { tell, mayGoOn }: Asker,
  hold: (work: Promise<unknown>) => void
): Promise<void> {
  const pathsOf = (urls: readonly string[]) =>
    urls.map((url) => new URL(url, scope.location.origin).pathname).filter(inModels);
  const first = pathsOf(given.first);
  const photo = pathsOf(given.photo);
  const then = pathsOf(given.then);
  const counted = { files: 0, loaded: 0, trouble: null as FetchTrouble | null };
  let told = 0;
  const say = (done: boolean) =>
    tell({ ...counted, total: first.length + photo.length + then.length + texts.length + 1, done });
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
  const keepModel = async (path: string) => {
    // Passed through the counter, so that a slow line shows as progress.
    await model(path, hold).then(
      ({ body }) => body?.pipeTo(counter()),
      () => undefined
    );
    if (await isModelKept(path)) return;
    await modelAnew(path);
    if (!(await isModelKept(path))) throw new WrongAnswer('storage');
  };
  for (const path of first) await attempt(() => keepModel(path));
  // Without all of it there is no advice to wait for.
  if (!counted.trouble) await mayGoOn();
  for (const path of photo) await attempt(() => keepModel(path));
  // The browser may have evicted some of it.
  await attempt(fillShell);
  for (const path of then) await attempt(() => keepModel(path));
  for (const path of texts) await attempt(() => keepTexts(path));
  say(true);
}
