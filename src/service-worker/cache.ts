import { build, files, version } from '$service-worker';

/** The pages' own code and pictures: one cache for each version of the product. */
const shellName = `shell-${version}`;
/** Models and wasm, named by their content: kept across versions, each fetched once. */
const modelName = 'models';

/** Every page of the flow is this document; what it shows is decided by its address, in the browser. */
export const shellPage = '/';

/** Look at photos, which no page before the camera's does: they come behind, with the models that they use. */
const isPhotoWorker = (path: string) => /\/(face|photo)\.worker[^/]*$/.test(path);
const isModel = (path: string) =>
  /\.(wasm|task|tflite|onnx|mjs)$/.test(path) ||
  path.includes('/vision_wasm_module_internal.') ||
  isPhotoWorker(path);
const models = new Set(build.filter(isModel));
export const photoWorkers = build.filter(isPhotoWorker);
/** Draws for the self-test, which no student opens. */
const isStudio = (path: string) => /\/studio\.worker[^/]*$/.test(path);
/** Only who installs the product needs its large icons, and has a network then. */
const isLargeIcon = (path: string) => /\/icon-(512|maskable)\./.test(path);
/** Tag of the language whose texts these are; the console's, `TAG-review`, need its network anyway and are never kept. */
const languageOf = (path: string) => /\/immutable\/texts\/([^/.]+)\./.exec(path)?.[1];
export const texts = build.filter((path) => {
  const language = languageOf(path);
  return language !== undefined && !language.endsWith('-review');
});
const shell = new Set([
  ...build.filter((path) => !isModel(path) && !isStudio(path) && !languageOf(path)),
  ...files.filter((path) => !isLargeIcon(path))
]);

export const inShell = (path: string) => shell.has(path);
/** What a worker asks for only once it needs it (the fine matte's runtime): in no list of the build's, named by content. */
const isWorkerChunk = (path: string) => path.includes('/immutable/workers/chunks/');
export const inModels = (path: string) => models.has(path) || isWorkerChunk(path);

/** Texts in the languages that other versions keep here: used before, so wanted again. */
async function wantedTexts(): Promise<string[]> {
  const languages = new Set<string | undefined>();
  for (const name of await caches.keys())
    if (name.startsWith('shell-'))
      for (const { url } of await (await caches.open(name)).keys())
        languages.add(languageOf(new URL(url).pathname));
  return texts.filter((path) => languages.has(languageOf(path)));
}

/** Fetches the whole shell, all or nothing. What is not named by its content is asked of the server itself. */
export async function fillShell(): Promise<void> {
  const cache = await caches.open(shellName);
  const hashed = new Set(build);
  await cache.addAll(
    [...shell, ...(await wantedTexts()), shellPage].map(
      (path) => new Request(path, { cache: hashed.has(path) ? 'default' : 'reload' })
    )
  );
}

/** Fetches the shell again where the browser has evicted it; left out while there is no network. */
export async function restoreShell(): Promise<void> {
  // No network: restored at the next visit.
  if (!(await fromShell(shellPage))) await fillShell().catch(() => {});
}

export async function fromShell(path: string): Promise<Response | undefined> {
  return (await caches.open(shellName)).match(path);
}

/** One language's texts, kept from their first use on. */
export async function text(path: string): Promise<Response> {
  const cache = await caches.open(shellName);
  const kept = await cache.match(path);
  if (kept) return kept;
  const fresh = await fetch(path);
  // A full disk costs the kept copy, not the answer.
  if (fresh.ok) await cache.put(path, fresh.clone()).catch(() => {});
  return fresh;
}

/** Keeps the texts in this language; left out while there is no network. */
export async function keepLanguage(tag: string): Promise<void> {
  // No network: kept at the next visit.
  for (const path of texts) if (languageOf(path) === tag) await text(path).catch(() => {});
}

/** Models on their way, so that two that ask for one share its transfer. */
const underway = new Map<string, Promise<void>>();

/**
 * A model out of the cache, else from the network into the cache, once.
 *
 * @param hold keeps the service worker alive until the model is stored
 */
export async function model(path: string, hold: (work: Promise<unknown>) => void): Promise<Response> {
  const cache = await caches.open(modelName);
  const other = underway.get(path);
  if (other) {
    await other;
    return (await cache.match(path)) ?? fetch(path);
  }
  let finished = () => {};
  underway.set(path, new Promise((resolve) => (finished = resolve)));
  const end = () => {
    underway.delete(path);
    finished();
  };
  try {
    const kept = await cache.match(path);
    if (kept) {
      end();
      return kept;
    }
    const fresh = await fetch(path);
    if (!fresh.ok) {
      end();
      return fresh;
    }
    // A full disk costs the cached copy, not the answer.
    // No room: it is fetched again when it is needed.
    const storing = cache.put(path, fresh.clone()).catch(() => {});
    hold(storing.then(end));
    return fresh;
  } catch (error) {
    end();
    throw error;
  }
}

/** Drops shells of other versions and models this one does not use. */
export async function sweep(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('shell-') && name !== shellName) await caches.delete(name);
  const cache = await caches.open(modelName);
  for (const request of await cache.keys())
    if (!models.has(new URL(request.url).pathname)) await cache.delete(request);
}
