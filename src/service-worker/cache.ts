import { build, files, prerendered, version } from '$service-worker';

const prefix = 'gradframe-';
/** The app itself: new with every version. */
const shellName = `${prefix}shell-${version}`;
/** Wasm and models: their names hold their hash, so each is fetched once and kept over versions. */
const heavyName = `${prefix}heavy`;

const heavy = /\.(wasm|task|tflite|onnx|data)$/;
/** The module loader of the vision runtime is large too, and only needed at the camera. */
const isHeavy = (path: string) => heavy.test(path) || /vision_wasm/.test(path);

const shellFiles = [...build.filter((path) => !isHeavy(path)), ...files, ...prerendered];
const heavyFiles = new Set(build.filter(isHeavy));
const shellSet = new Set(shellFiles);
/** Any page's address answers with the same shell. */
export const shellPage = '/';

export async function fillShell(): Promise<void> {
  const cache = await caches.open(shellName);
  await cache.addAll([shellPage, ...shellFiles]);
}

/** Removes earlier versions and heavy files that no longer exist. */
export async function clearOld(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== shellName && name !== heavyName) await caches.delete(name);
  const cache = await caches.open(heavyName);
  for (const { url } of await cache.keys())
    if (!heavyFiles.has(new URL(url).pathname)) await cache.delete(url);
}

/** The file of this version at a path, from the cache; heavy ones are kept the first time they are asked for. */
export async function cached(path: string): Promise<Response | null> {
  if (shellSet.has(path) || path === shellPage) {
    const cache = await caches.open(shellName);
    return (await cache.match(path)) ?? null;
  }
  return heavyFiles.has(path) ? heavyFile(path) : null;
}

/** Heavy files on their way into the cache, so that none is fetched twice. */
const arriving = new Map<string, Promise<unknown>>();

async function heavyFile(path: string): Promise<Response> {
  const cache = await caches.open(heavyName);
  await arriving.get(path);
  const kept = await cache.match(path);
  if (kept) return kept;
  const fetched = await fetch(path);
  // Kept while it streams to the page, which shows its progress. A full disk must not stop the student.
  if (fetched.ok) {
    const keeping = cache.put(path, fetched.clone()).catch(() => undefined);
    arriving.set(path, keeping);
    void keeping.finally(() => arriving.delete(path));
  }
  return fetched;
}

/** Fetches every heavy file that is not here yet, one after another, so that the next visit needs no network. */
export async function prepareOffline(): Promise<void> {
  for (const path of heavyFiles) {
    try {
      await (await heavyFile(path)).body?.cancel();
      await arriving.get(path);
    } catch {
      // The network is gone; what is missing comes when it is asked for.
      return;
    }
  }
}
