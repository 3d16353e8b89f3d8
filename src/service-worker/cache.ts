import { build, files, version } from '$service-worker';
import { fetchInto, keepIfRight, keptIn, openCache } from './kept';
import { isEvidentlyWrong, shellPage } from './sums';

/** The pages' own code and pictures: one cache for each version of the product. */
const shellName = `shell-${version}`;
/** Models and wasm, named by their content: kept across versions, each fetched once. */
const modelName = 'models';

/** Face and photo workers are first used at the camera, so they are cached with the models, not with the shell. */
const isPhotoWorker = (path: string) => /\/(face|photo)\.worker[^/]*$/.test(path);
const isModel = (path: string) =>
  /\.(wasm|task|tflite|onnx|mjs)$/.test(path) ||
  path.includes('/vision_wasm_module_internal.') ||
  isPhotoWorker(path);
const models = new Set(build.filter(isModel));
/** Draws the self-test's sitter: not cached, as no student opens that page. */
const isStudio = (path: string) => /\/studio\.worker[^/]*$/.test(path);
/** Large icons are read when the app is installed, which is done online: not cached. */
const isLargeIcon = (path: string) => /\/icon-(512|maskable)\./.test(path);
/** Tag of the language whose texts these are; the console's, `TAG-review`, need its network anyway and are never kept. */
const languageOf = (path: string) => /\/immutable\/texts\/([^/.]+)\./.exec(path)?.[1];
export const texts = build.filter((path) => {
  const language = languageOf(path);
  return language !== undefined && !language.endsWith('-review');
});
/** What only pages need that work with a network alone; written in when the build is complete (scripts/lib/file-sums.mjs). */
const online = new Set('__ONLINE_FILES__'.split(','));
const shell = new Set([
  ...build.filter((path) => !isModel(path) && !isStudio(path) && !languageOf(path) && !online.has(path)),
  ...files.filter((path) => !isLargeIcon(path))
]);
/** Whether a path is of what every page needs, cached at installation. */
export const inShell = (path: string) => shell.has(path);
/** Of these, what a first visit fetches on its way to the camera anyway; written in likewise. */
const first = '__FIRST_FILES__'.split(',').filter(inShell);

/** What a worker asks for only once it needs it (the fine matte's runtime): in no list of the build's, named by content. */
const isWorkerChunk = (path: string) => path.includes('/immutable/workers/chunks/');
/** Whether a path is of the image core: models, WebAssembly, worker scripts. */
export const inModels = (path: string) => models.has(path) || isWorkerChunk(path);

/** Pages of an earlier version are on this device. */
export const isUpdate = async (): Promise<boolean> =>
  (await caches.keys()).some((name) => name.startsWith('shell-') && name !== shellName);

/** Texts in the languages that other versions keep here: used before, so wanted again. */
async function wantedTexts(): Promise<string[]> {
  const languages = new Set<string | undefined>();
  for (const name of await caches.keys())
    if (name.startsWith('shell-'))
      for (const { url } of await (await caches.open(name)).keys())
        languages.add(languageOf(new URL(url).pathname));
  return texts.filter((path) => languages.has(languageOf(path)));
}

/** As `fillShell`, of what every visit needs up to the camera: the rest is kept after what the camera needs. */
export const fillFirst = () => fill([...first, shellPage]);

/**
 * Fetches what is missing of the shell, each file out of the browser's own cache where it is right there; the page
 * itself, which is known by no sum, is asked of the server.
 *
 * @throws WrongAnswer when a file cannot be had: the others are kept for the next try
 */
export async function fillShell(): Promise<void> {
  await fill([...shell, ...(await wantedTexts()), shellPage]);
}

async function fill(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(shellName);
  const tries = await Promise.allSettled(
    paths.map(
      async (path) =>
        (await keptIn(cache, path)) ?? fetchInto(cache, path, path === shellPage ? 'reload' : 'default')
    )
  );
  const failed = tries.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Every page of the flow. Where it is missing, or was another, the shell is fetched again behind it. */
export async function page(request: Request, hold: (work: Promise<unknown>) => void): Promise<Response> {
  const kept = await keptIn(await openCache(shellName), shellPage);
  // No network, or one that gives other pages: as ever, and again with the next page.
  if (!kept) hold(fillShell().catch(() => undefined));
  return kept ?? fetch(request);
}

/** A file of the shell or a language's texts, kept from its first use on. */
export async function file(path: string, request: Request): Promise<Response> {
  const cache = await openCache(shellName);
  const kept = await keptIn(cache, path);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (cache && fresh.ok) await keepIfRight(cache, path, fresh.clone());
  return fresh;
}

/** Fetches the texts that are missing in this language. @throws WrongAnswer */
export async function keepTexts(path: string): Promise<void> {
  const cache = await caches.open(shellName);
  if (!(await keptIn(cache, path))) await fetchInto(cache, path);
}

/** Keeps the texts in this language; left out while there is no network. */
export async function keepLanguage(tag: string): Promise<void> {
  // No network: kept at the next visit.
  for (const path of texts) if (languageOf(path) === tag) await keepTexts(path).catch(() => {});
}

/** Models on their way, so that two that ask for one share its transfer. */
const underway = new Map<string, Promise<void>>();

/**
 * A model out of the cache, else from the network into the cache, once. The network's answer is passed on as it comes;
 * who asked looks whether it is the file.
 *
 * @param hold keeps the service worker alive until the model is stored
 * @param anew what is kept has proved wrong
 */
export async function model(
  path: string,
  hold: (work: Promise<unknown>) => void,
  anew = false
): Promise<Response> {
  const cache = await openCache(modelName);
  if (!cache) return fetch(path, { cache: anew ? 'reload' : 'default' });
  const other = underway.get(path);
  if (other) {
    await other;
    return (await keptIn(cache, path)) ?? fetch(path);
  }
  let finished = () => {};
  underway.set(path, new Promise((resolve) => (finished = resolve)));
  const end = () => {
    underway.delete(path);
    finished();
  };
  try {
    if (anew) await cache.delete(path);
    const kept = await keptIn(cache, path);
    if (kept) {
      end();
      return kept;
    }
    const fresh = await fetch(path, { cache: anew ? 'reload' : 'default' });
    if (!fresh.ok) {
      end();
      return fresh;
    }
    hold(keepIfRight(cache, path, fresh.clone()).then(end));
    return fresh;
  } catch (error) {
    end();
    throw error;
  }
}

/** Waits until a model that is on its way is stored. @returns whether it is kept, and is the right file */
export async function isModelKept(path: string): Promise<boolean> {
  await underway.get(path);
  return (await keptIn(await openCache(modelName), path)) !== undefined;
}

/** Fetches a model past every copy of it. @throws WrongAnswer */
export const modelAnew = async (path: string) => fetchInto(await caches.open(modelName), path, 'reload');

/** Drops shells of other versions and models this one does not use. */
export async function sweep(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('shell-') && name !== shellName) await caches.delete(name);
  const cache = await caches.open(modelName);
  for (const request of await cache.keys())
    if (!models.has(new URL(request.url).pathname)) await cache.delete(request);
}

/** Whether the shell of another version holds something else under a file's name: its pages cannot work. */
export async function othersAreBroken(): Promise<boolean> {
  for (const name of await caches.keys()) {
    if (!name.startsWith('shell-') || name === shellName) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      if (kept && (await isEvidentlyWrong(new URL(request.url).pathname, kept))) return true;
    }
  }
  return false;
}
